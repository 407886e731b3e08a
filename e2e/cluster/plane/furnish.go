package main

import (
	"context"
	"fmt"
	"time"

	core "k8s.io/api/core/v1"
	rbac "k8s.io/api/rbac/v1"
	storage "k8s.io/api/storage/v1"
	"k8s.io/apimachinery/pkg/api/errors"
	"k8s.io/apimachinery/pkg/api/resource"
	meta "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/client-go/kubernetes"
)

// storageProvisioner is what the default StorageClass names; provisionVolumes answers for it.
const storageProvisioner = "chartroom.test/volumes"

// furnish makes what a small real cluster has from the start: nodes, a default StorageClass, and what `reader` may do.
func furnish(client kubernetes.Interface, nodes int) error {
	ctx := context.Background()
	for i := range nodes {
		if _, err := client.CoreV1().Nodes().Create(ctx, node(i), meta.CreateOptions{}); ignoreExists(err) != nil {
			return err
		}
	}
	wait, keep := storage.VolumeBindingWaitForFirstConsumer, core.PersistentVolumeReclaimDelete
	class := &storage.StorageClass{
		ObjectMeta: meta.ObjectMeta{
			Name:        "standard",
			Annotations: map[string]string{"storageclass.kubernetes.io/is-default-class": "true"},
		},
		Provisioner:       storageProvisioner,
		VolumeBindingMode: &wait,
		ReclaimPolicy:     &keep,
	}
	if _, err := client.StorageV1().StorageClasses().Create(ctx, class, meta.CreateOptions{}); ignoreExists(err) != nil {
		return err
	}
	binding := &rbac.ClusterRoleBinding{
		ObjectMeta: meta.ObjectMeta{Name: "chartroom-readers"},
		RoleRef:    rbac.RoleRef{APIGroup: rbac.GroupName, Kind: "ClusterRole", Name: "view"},
		Subjects:   []rbac.Subject{{Kind: "Group", APIGroup: rbac.GroupName, Name: "chartroom:readers"}},
	}
	_, err := client.RbacV1().ClusterRoleBindings().Create(ctx, binding, meta.CreateOptions{})
	return ignoreExists(err)
}

func node(i int) *core.Node {
	name := fmt.Sprintf("node-%d", i+1)
	room := core.ResourceList{
		core.ResourceCPU:    resource.MustParse("32"),
		core.ResourceMemory: resource.MustParse("256Gi"),
		core.ResourcePods:   resource.MustParse("500"),
	}
	return &core.Node{
		ObjectMeta: meta.ObjectMeta{
			Name:        name,
			Annotations: map[string]string{"kwok.x-k8s.io/node": "fake"},
			Labels: map[string]string{
				"kubernetes.io/hostname":        name,
				"kubernetes.io/os":              "linux",
				"kubernetes.io/arch":            "amd64",
				"topology.kubernetes.io/zone":   fmt.Sprintf("zone-%d", i+1),
				"topology.kubernetes.io/region": "test",
			},
		},
		Status: core.NodeStatus{Capacity: room, Allocatable: room},
	}
}

// waitFurnished waits until the nodes are ready and a pod could start: its namespace's service account is there.
func waitFurnished(client kubernetes.Interface, nodes int) error {
	ctx, cancel := context.WithTimeout(context.Background(), 60*time.Second)
	defer cancel()
	for {
		ready := 0
		if list, err := client.CoreV1().Nodes().List(ctx, meta.ListOptions{}); err == nil {
			for _, each := range list.Items {
				for _, condition := range each.Status.Conditions {
					if condition.Type == core.NodeReady && condition.Status == core.ConditionTrue {
						ready++
					}
				}
			}
		}
		_, err := client.CoreV1().ServiceAccounts("default").Get(ctx, "default", meta.GetOptions{})
		if ready >= nodes && err == nil {
			return nil
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("%d of %d nodes are ready after a minute, and the service account default is missing or not: %v", ready, nodes, err)
		case <-time.After(100 * time.Millisecond):
		}
	}
}

func ignoreExists(err error) error {
	if errors.IsAlreadyExists(err) {
		return nil
	}
	return err
}
