package main

import (
	"bufio"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"runtime"
	"strconv"
	"syscall"
	"time"

	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/tools/clientcmd"
)

func init() {
	// Linux ends a child when the *thread* that started it ends; the main goroutine starts them all and stays on its thread.
	runtime.LockOSThread()
}

// plane is a running control plane: its parts in the order in which they start.
type plane struct {
	folder string
	parts  []*part
	server string
}

// up runs until standard input closes, `stop` arrives on it, or a signal does, and removes its folder. It speaks JSON lines on standard output:
// {"ready": …} once, {"failed": …} instead, {"done": "kill-apiserver"} after each command of standard input.
func up(args []string) int {
	flags := flag.NewFlagSet("up", flag.ExitOnError)
	folder := flags.String("dir", "", "an empty folder for the plane's state, logs and kubeconfig")
	kwok := flags.String("kwok", "", "the kwok program")
	stages := flags.String("stages", "", "the file of kwok's stages")
	nodes := flags.Int("nodes", 3, "how many kwok nodes")
	_ = flags.Parse(args)
	if *folder == "" || *kwok == "" || *stages == "" {
		fmt.Fprintln(os.Stderr, "up needs --dir, --kwok and --stages")
		return 2
	}
	started := time.Now()
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP)

	// Whoever started us may be gone, so the folder is ours to remove, after the parts that write into it have ended.
	defer os.RemoveAll(*folder)
	p, err := prepare(*folder, *kwok, *stages)
	if err == nil {
		defer p.stop()
		err = p.start(*nodes)
	}
	if err != nil {
		say(map[string]any{"failed": err.Error()})
		return 1
	}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	if err := provisionVolumes(ctx, p.kubeconfig("admin")); err != nil {
		say(map[string]any{"failed": err.Error()})
		return 1
	}
	say(map[string]any{"ready": map[string]any{
		"kubeconfig": filepath.Join(*folder, "kubeconfig"),
		"server":     p.server,
		"seconds":    time.Since(started).Seconds(),
		"pids":       p.pids(),
	}})
	p.serve(signals)
	return 0
}

func say(value map[string]any) {
	line, _ := json.Marshal(value)
	fmt.Println(string(line))
}

// prepare makes keys, certificates and configurations, and says how each part is started.
func prepare(folder, kwok, stages string) (*plane, error) {
	pki := filepath.Join(folder, "pki")
	for _, name := range []string{pki, filepath.Join(folder, "logs"), filepath.Join(folder, "certs")} {
		if err := os.MkdirAll(name, 0o700); err != nil {
			return nil, err
		}
	}
	authority, err := newAuthority(pki)
	if err != nil {
		return nil, err
	}
	ports, err := freePorts(6)
	if err != nil {
		return nil, err
	}
	etcd, peer, api, controllers, scheduler, kwokPort := ports[0], ports[1], ports[2], ports[3], ports[4], ports[5]
	p := &plane{folder: folder, server: fmt.Sprintf("https://127.0.0.1:%d", api)}

	users := []struct{ name, user, group string }{
		{"admin", "admin", "system:masters"},
		{"reader", "reader", "chartroom:readers"},
		{"nobody", "nobody", "chartroom:nobodies"},
		{"controllers", "system:kube-controller-manager", ""},
		{"scheduler", "system:kube-scheduler", ""},
	}
	for _, u := range users {
		var groups []string
		if u.group != "" {
			groups = []string{u.group}
		}
		if err := authority.client(u.name, u.user, groups...); err != nil {
			return nil, err
		}
		if err := writeKubeconfig(p.kubeconfig(u.name), p.server, pki, u.name); err != nil {
			return nil, err
		}
	}
	if err := authority.server("apiserver"); err != nil {
		return nil, err
	}
	if _, err := writeKey(filepath.Join(pki, "service-accounts.key")); err != nil {
		return nil, err
	}
	if err := writeKubeconfig(filepath.Join(folder, "kubeconfig"), p.server, pki, "admin", "reader", "nobody"); err != nil {
		return nil, err
	}

	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	etcdURL := fmt.Sprintf("http://127.0.0.1:%d", etcd)
	peerURL := fmt.Sprintf("http://127.0.0.1:%d", peer)
	in := func(name string) string { return filepath.Join(pki, name) }
	p.add("etcd", etcdURL+"/health", self, "etcd",
		"--data-dir", filepath.Join(folder, "etcd"), "--unsafe-no-fsync", "--log-level", "warn",
		"--listen-client-urls", etcdURL, "--advertise-client-urls", etcdURL,
		"--listen-peer-urls", peerURL, "--initial-advertise-peer-urls", peerURL, "--initial-cluster", "default="+peerURL)
	p.add("kube-apiserver", p.server+"/readyz", self, "kube-apiserver",
		"--etcd-servers", etcdURL, "--secure-port", strconv.Itoa(api), "--bind-address", "127.0.0.1", "--advertise-address", "127.0.0.1",
		"--endpoint-reconciler-type", "none",
		"--service-cluster-ip-range", "10.96.0.0/16", "--client-ca-file", in("ca.crt"),
		"--tls-cert-file", in("apiserver.crt"), "--tls-private-key-file", in("apiserver.key"),
		"--allow-privileged=true", "--authorization-mode", "Node,RBAC",
		// Logs, exec and port-forward go to the kubelet of a pod's node: all of them are kwok, on loopback.
		"--kubelet-preferred-address-types", "InternalIP",
		"--service-account-issuer", "https://kubernetes.default.svc",
		"--service-account-key-file", in("service-accounts.key"), "--service-account-signing-key-file", in("service-accounts.key"),
		"--shutdown-delay-duration", "0s")
	p.add("kube-controller-manager", fmt.Sprintf("https://127.0.0.1:%d/healthz", controllers), self, "kube-controller-manager",
		"--kubeconfig", p.kubeconfig("controllers"), "--secure-port", strconv.Itoa(controllers), "--bind-address", "127.0.0.1",
		"--cert-dir", filepath.Join(folder, "certs", "controllers"), "--leader-elect=false",
		"--service-account-private-key-file", in("service-accounts.key"), "--root-ca-file", in("ca.crt"), "--use-service-account-credentials")
	p.add("kube-scheduler", fmt.Sprintf("https://127.0.0.1:%d/healthz", scheduler), self, "kube-scheduler",
		"--kubeconfig", p.kubeconfig("scheduler"), "--secure-port", strconv.Itoa(scheduler), "--bind-address", "127.0.0.1",
		"--cert-dir", filepath.Join(folder, "certs", "scheduler"), "--leader-elect=false")
	p.add("kwok", fmt.Sprintf("http://127.0.0.1:%d/healthz", kwokPort), kwok,
		"--kubeconfig", p.kubeconfig("admin"), "--manage-all-nodes=true", "--config", stages,
		"--server-address", fmt.Sprintf("127.0.0.1:%d", kwokPort),
		"--node-ip", "127.0.0.1", "--node-port", strconv.Itoa(kwokPort),
		"--tls-cert-file", in("apiserver.crt"), "--tls-private-key-file", in("apiserver.key"))
	return p, nil
}

func (p *plane) kubeconfig(user string) string {
	return filepath.Join(p.folder, "pki", user+".kubeconfig")
}

func (p *plane) add(name, healthy, program string, args ...string) {
	p.parts = append(p.parts, &part{
		name:    name,
		log:     logPath(p.folder, name),
		healthy: healthy,
		command: func() *exec.Cmd { return exec.Command(program, args...) },
	})
}

func (p *plane) part(name string) *part {
	for _, each := range p.parts {
		if each.name == name {
			return each
		}
	}
	panic("no part is called " + name)
}

func (p *plane) pids() map[string]int {
	pids := map[string]int{}
	for _, each := range p.parts {
		pids[each.name] = each.running.Process.Pid
	}
	return pids
}

// start starts etcd, then the API server, then the others together, and furnishes the cluster.
func (p *plane) start(nodes int) error {
	for _, name := range []string{"etcd", "kube-apiserver"} {
		if err := p.part(name).start(); err != nil {
			return err
		}
		if err := p.part(name).waitReady(60 * time.Second); err != nil {
			return err
		}
	}
	rest := []string{"kube-controller-manager", "kube-scheduler", "kwok"}
	for _, name := range rest {
		if err := p.part(name).start(); err != nil {
			return err
		}
	}
	config, err := clientcmd.BuildConfigFromFlags("", p.kubeconfig("admin"))
	if err != nil {
		return err
	}
	config.QPS, config.Burst = 100, 200
	client, err := kubernetes.NewForConfig(config)
	if err != nil {
		return err
	}
	if err := furnish(client, nodes); err != nil {
		return err
	}
	for _, name := range rest {
		if err := p.part(name).waitReady(60 * time.Second); err != nil {
			return err
		}
	}
	return waitFurnished(client, nodes)
}

// stop ends the parts in the opposite order: without etcd the API server lingers for a minute.
func (p *plane) stop() {
	for i := len(p.parts) - 1; i >= 0; i-- {
		p.parts[i].stop(2 * time.Second)
	}
}

// serve carries out the commands of standard input until it closes or a signal comes.
func (p *plane) serve(signals <-chan os.Signal) {
	lines := make(chan string)
	go func() {
		scanner := bufio.NewScanner(os.Stdin)
		for scanner.Scan() {
			lines <- scanner.Text()
		}
		close(lines)
	}()
	api := p.part("kube-apiserver")
	for {
		select {
		case <-signals:
			return
		case line, open := <-lines:
			if !open || line == "stop" {
				return
			}
			var err error
			switch line {
			case "kill-apiserver":
				api.kill()
			case "start-apiserver":
				if api.running == nil {
					if err = api.start(); err == nil {
						err = api.waitReady(60 * time.Second)
					}
				}
			default:
				err = fmt.Errorf("no command is called %q", line)
			}
			if err != nil {
				say(map[string]any{"failed": err.Error()})
			} else {
				say(map[string]any{"done": line})
			}
		}
	}
}
