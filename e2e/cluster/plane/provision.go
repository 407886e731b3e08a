package main

import (
	"context"
	"fmt"
	"os"
	"time"

	core "k8s.io/api/core/v1"
	storage "k8s.io/api/storage/v1"
	"k8s.io/apimachinery/pkg/api/errors"
	meta "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/client-go/informers"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/tools/cache"
	"k8s.io/client-go/tools/clientcmd"
)

// Written by the scheduler when a claim of a WaitForFirstConsumer class is needed, and by the volume controller when it
// hands a claim to an external provisioner: k8s.io/component-helpers/storage/volume.
const (
	annotationSelectedNode = "volume.kubernetes.io/selected-node"
	annotationProvisioner  = "volume.kubernetes.io/storage-provisioner"
	annotationMadeBy       = "pv.kubernetes.io/provisioned-by"
)

// provisionVolumes stands in for a CSI driver's provisioner: it makes a volume for each claim that the real volume
// controller hands to it, and deletes released ones. Binding is left to the real controllers.
func provisionVolumes(ctx context.Context, kubeconfig string) error {
	config, err := clientcmd.BuildConfigFromFlags("", kubeconfig)
	if err != nil {
		return err
	}
	client, err := kubernetes.NewForConfig(config)
	if err != nil {
		return err
	}
	factory := informers.NewSharedInformerFactory(client, time.Minute)
	claims := factory.Core().V1().PersistentVolumeClaims().Informer()
	volumes := factory.Core().V1().PersistentVolumes().Informer()
	onChange := func(handle func(any)) cache.ResourceEventHandlerFuncs {
		return cache.ResourceEventHandlerFuncs{AddFunc: handle, UpdateFunc: func(_, now any) { handle(now) }}
	}
	if _, err := claims.AddEventHandler(onChange(func(object any) { provision(ctx, client, object.(*core.PersistentVolumeClaim)) })); err != nil {
		return err
	}
	if _, err := volumes.AddEventHandler(onChange(func(object any) { reclaim(ctx, client, object.(*core.PersistentVolume)) })); err != nil {
		return err
	}
	factory.Start(ctx.Done())
	return nil
}

func provision(ctx context.Context, client kubernetes.Interface, claim *core.PersistentVolumeClaim) {
	if claim.Spec.VolumeName != "" || claim.Annotations[annotationProvisioner] != storageProvisioner || claim.Spec.StorageClassName == nil {
		return
	}
	class, err := client.StorageV1().StorageClasses().Get(ctx, *claim.Spec.StorageClassName, meta.GetOptions{})
	if err != nil {
		complain("read the StorageClass of claim "+claim.Name, err)
		return
	}
	node := claim.Annotations[annotationSelectedNode]
	if class.VolumeBindingMode != nil && *class.VolumeBindingMode == storage.VolumeBindingWaitForFirstConsumer && node == "" {
		return
	}
	policy := core.PersistentVolumeReclaimDelete
	if class.ReclaimPolicy != nil {
		policy = *class.ReclaimPolicy
	}
	volume := &core.PersistentVolume{
		ObjectMeta: meta.ObjectMeta{
			Name:        "pvc-" + string(claim.UID),
			Annotations: map[string]string{annotationMadeBy: storageProvisioner},
		},
		Spec: core.PersistentVolumeSpec{
			StorageClassName:              class.Name,
			AccessModes:                   claim.Spec.AccessModes,
			VolumeMode:                    claim.Spec.VolumeMode,
			PersistentVolumeReclaimPolicy: policy,
			Capacity:                      core.ResourceList{core.ResourceStorage: claim.Spec.Resources.Requests[core.ResourceStorage]},
			ClaimRef: &core.ObjectReference{
				APIVersion: "v1", Kind: "PersistentVolumeClaim", Namespace: claim.Namespace, Name: claim.Name, UID: claim.UID,
			},
			PersistentVolumeSource: core.PersistentVolumeSource{HostPath: &core.HostPathVolumeSource{Path: "/volumes/" + string(claim.UID)}},
		},
	}
	// A claim is handed over again until it is bound: the volume's name makes the second time an AlreadyExists.
	_, err = client.CoreV1().PersistentVolumes().Create(ctx, volume, meta.CreateOptions{})
	complain("make a volume for claim "+claim.Name, ignoreExists(err))
}

func reclaim(ctx context.Context, client kubernetes.Interface, volume *core.PersistentVolume) {
	released := volume.Status.Phase == core.VolumeReleased && volume.Spec.PersistentVolumeReclaimPolicy == core.PersistentVolumeReclaimDelete
	if released && volume.Annotations[annotationMadeBy] == storageProvisioner && volume.DeletionTimestamp == nil {
		complain("delete volume "+volume.Name, client.CoreV1().PersistentVolumes().Delete(ctx, volume.Name, meta.DeleteOptions{}))
	}
}

// complain says on standard error what went wrong; the informers try again at their next sync.
func complain(what string, err error) {
	if err != nil && !errors.IsNotFound(err) {
		fmt.Fprintf(os.Stderr, "provisioner: could not %s: %v\n", what, err)
	}
}
