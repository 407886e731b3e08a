package main

import (
	"path/filepath"

	"k8s.io/client-go/tools/clientcmd"
	"k8s.io/client-go/tools/clientcmd/api"
)

// writeKubeconfig writes one file with a context for each of the users; the first is the current one.
func writeKubeconfig(path, server, pki string, users ...string) error {
	config := api.NewConfig()
	config.Clusters["chartroom-test"] = &api.Cluster{Server: server, CertificateAuthority: filepath.Join(pki, "ca.crt")}
	for _, user := range users {
		config.AuthInfos[user] = &api.AuthInfo{
			ClientCertificate: filepath.Join(pki, user+".crt"),
			ClientKey:         filepath.Join(pki, user+".key"),
		}
		config.Contexts[user] = &api.Context{Cluster: "chartroom-test", AuthInfo: user}
	}
	config.CurrentContext = users[0]
	return clientcmd.WriteToFile(*config, path)
}
