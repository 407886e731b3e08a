//go:build !linux

package main

import (
	"os/exec"
	"syscall"
)

// endWithParent keeps terminal signals from the process, so that it ends in our order. Only Linux can end it when we are killed.
func endWithParent(command *exec.Cmd) {
	command.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
}
