package main

import (
	"crypto/tls"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// part is one process of the plane. It is started and ended only from the goroutine that runs up.
type part struct {
	name    string
	log     string
	command func() *exec.Cmd
	healthy string // a URL that answers 200 when the part is ready
	running *exec.Cmd
	exited  chan error
}

// start starts the process; its output goes to its log.
func (p *part) start() error {
	log, err := os.OpenFile(p.log, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	defer log.Close()
	command := p.command()
	command.Stdout, command.Stderr = log, log
	endWithParent(command)
	if err := command.Start(); err != nil {
		return fmt.Errorf("%s: %w", p.name, err)
	}
	exited := make(chan error, 1)
	p.running, p.exited = command, exited
	go func() { exited <- command.Wait() }()
	return nil
}

// stop asks the process to end, and ends it after the given time.
func (p *part) stop(grace time.Duration) {
	if p.running == nil {
		return
	}
	_ = p.running.Process.Signal(syscall.SIGTERM)
	select {
	case <-p.exited:
	case <-time.After(grace):
		_ = p.running.Process.Kill()
		<-p.exited
	}
	p.running = nil
}

// kill ends the process at once, as a crash would.
func (p *part) kill() { p.stop(0) }

// waitReady waits until the part answers; a part that ended says so with the end of its log.
func (p *part) waitReady(limit time.Duration) error {
	deadline := time.Now().Add(limit)
	for {
		select {
		case err := <-p.exited:
			p.running = nil
			return fmt.Errorf("%s ended before it was ready (%v):\n%s", p.name, err, p.logEnd())
		default:
		}
		if answers(p.healthy) {
			return nil
		}
		if time.Now().After(deadline) {
			return fmt.Errorf("%s was not ready after %s:\n%s", p.name, limit, p.logEnd())
		}
		time.Sleep(50 * time.Millisecond)
	}
}

func (p *part) logEnd() string {
	text, _ := os.ReadFile(p.log)
	lines := strings.Split(strings.TrimSpace(string(text)), "\n")
	return strings.Join(lines[max(0, len(lines)-12):], "\n")
}

var healthClient = &http.Client{
	Timeout: 2 * time.Second,
	// Loopback only, and only to learn whether a part of our own answers: nothing secret is sent.
	Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}, DisableKeepAlives: true},
}

func answers(url string) bool {
	reply, err := healthClient.Get(url)
	if err != nil {
		return false
	}
	defer reply.Body.Close()
	// Anonymous calls may be forbidden, but only by a server that is up and asks its authorizer.
	return reply.StatusCode == http.StatusOK
}

// freePorts gives ports that nothing listened on a moment ago. All are held until the last is found, so none is given twice.
func freePorts(count int) ([]int, error) {
	var ports []int
	for range count {
		listener, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			return nil, err
		}
		defer listener.Close()
		ports = append(ports, listener.Addr().(*net.TCPAddr).Port)
	}
	return ports, nil
}

func logPath(folder, name string) string { return filepath.Join(folder, "logs", name+".log") }
