import { parseArgs } from 'node:util'
import { ControlPlane } from './control-plane'
import { whyNoGo } from './go-tools'
import { crdSets, kubernetesVersion, operatorSets } from './versions'

/** `npm run cluster [-- --crds istio,gateway-api,argo-rollouts]`: a control plane to try things on, until Ctrl C. */
const { values } = parseArgs({ options: { crds: { type: 'string', default: '' } } })
const asked = values.crds.split(',').filter(Boolean)
const sets = [...crdSets, ...operatorSets]
const unknown = asked.find(name => !sets.some(set => set === name))
const why = unknown ? `--crds takes ${sets.join(', ')}; ${unknown} is none of them` : whyNoGo()
if (why) {
  console.error(`No control plane: ${why}`)
  process.exit(2)
}

const plane = await ControlPlane.start({
  repository: process.cwd(),
  crds: sets.filter(set => asked.includes(set)),
  tell: line => console.log(line),
})
console.log(`Kubernetes ${kubernetesVersion} is ready at ${plane.server} after ${plane.secondsToReady.toFixed(1)} s.

  export KUBECONFIG=${plane.kubeconfig}
  kubectl get nodes                     (contexts: admin, reader, nobody)

Its logs are in ${plane.folder}/logs. Ctrl C ends it and removes the folder.`)
// The interval keeps this process, and so the plane, until a signal comes.
const alive = setInterval(() => {}, 1 << 30)
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () => {
    clearInterval(alive)
    void plane.stop()
  })
