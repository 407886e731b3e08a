import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import { chartroom, type Ran } from './terminal.test-data'

/** The file of each folder: a Deployment whose ConfigMap is missing, and a Service without a selector. */
export const web = `# The shop's front.
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
spec:
  replicas: 2   # two for now
  selector:
    matchLabels: {app: web}
  template:
    metadata:
      labels: {app: web}
    spec:
      containers:
        - name: web
          image: "nginx:1.28"
          envFrom:
            - configMapRef:
                name: settings
---
apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop}
spec:
  ports:
    - port: 80
`

/** A folder of its own for each test, with `web` in web.yaml, and the command line in it. */
export function cliFolder() {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'chartroom-cli-'))
    writeFileSync(join(folder, 'web.yaml'), web)
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
  return {
    at: (path: string): string => join(folder, path),
    run: (...args: string[]): Promise<Ran> => chartroom(folder, args),
    /** With something on standard input. */
    given: (input: string, ...args: string[]): Promise<Ran> => chartroom(folder, args, input),
    text: (path = 'web.yaml'): string => readFileSync(join(folder, path), 'utf8'),
  }
}
