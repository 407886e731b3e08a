import type { Family } from '../kinds/kind-row'
import type { MarkColour } from '../workspace/layout-marks'

/** The colours that people give are those of the families: there is one set of colours that goes together. */
export const familyOfColour: Readonly<Record<MarkColour, Family>> = {
  blue: 'workload',
  teal: 'traffic',
  green: 'policy',
  amber: 'config',
  orange: 'delivery',
  red: 'access',
  purple: 'storage',
  violet: 'mesh',
}
