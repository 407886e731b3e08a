import { expect, it } from 'vitest'
import { nearestName } from './nearest-name'

it.each([
  ['imagePullPolciy', ['image', 'imagePullPolicy'], 'imagePullPolicy'],
  ['Replicas', ['replicas', 'selector'], 'replicas'],
  ['volumeMount', ['volumeMounts', 'volumeDevices'], 'volumeMounts'],
  ['something', ['image', 'name'], null],
  ['', ['a'], null],
])('takes %s among %j for %s', (written, names, meant) => {
  expect(nearestName(written, names)).toBe(meant)
})
