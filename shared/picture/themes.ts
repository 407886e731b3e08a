import type { Family } from '../kinds/kind-row'
import type { RelationGroup } from '../relations/relation'

/** The colours of a picture: those of the window (renderer/ui/tokens.css), by what they are for. */
export type Theme = {
  readonly canvas: string
  readonly group: string
  readonly card: string
  readonly text: string
  readonly textSecondary: string
  readonly textMuted: string
  readonly border: string
  readonly error: string
  /** Edges to what is missing. */
  readonly blocked: string
  readonly familyFg: Readonly<Record<Family, string>>
  readonly familyBg: Readonly<Record<Family, string>>
  readonly edge: Readonly<Record<RelationGroup, string>>
}

export type ThemeName = 'dark' | 'light'

const dark: Theme = {
  canvas: '#0b0d10',
  group: '#101216',
  card: '#1c1e22',
  text: '#ebedf0',
  textSecondary: '#b2b6be',
  textMuted: '#91969e',
  border: '#2c2f34',
  error: '#fc7e76',
  blocked: '#fa6863',
  familyFg: {
    workload: '#7fc2fa',
    traffic: '#5cd0cc',
    config: '#dcb469',
    storage: '#d7a5e6',
    access: '#f59eae',
    policy: '#a2c982',
    mesh: '#b9affa',
    delivery: '#f0a77b',
    other: '#b4bbc6',
  },
  familyBg: {
    workload: '#193144',
    traffic: '#0a3634',
    config: '#3a2c11',
    storage: '#38273d',
    access: '#42242a',
    policy: '#26331a',
    mesh: '#2e2a44',
    delivery: '#412718',
    other: '#2b2e35',
  },
  edge: {
    traffic: '#33c9c5',
    config: '#d7a94f',
    storage: '#d198e3',
    access: '#f290a2',
    policy: '#94c16f',
    mesh: '#b0a4f8',
    delivery: '#ed9a67',
    other: '#aab1be',
  },
}

const light: Theme = {
  canvas: '#eef0f4',
  group: '#f5f6f9',
  card: '#ffffff',
  text: '#1a1e25',
  textSecondary: '#4a505a',
  textMuted: '#5f656f',
  border: '#d6d9de',
  error: '#be222a',
  blocked: '#cc272e',
  familyFg: {
    workload: '#0b6198',
    traffic: '#006a68',
    config: '#785600',
    storage: '#774586',
    access: '#903c50',
    policy: '#43691a',
    mesh: '#5c4f98',
    delivery: '#8d460e',
    other: '#565c68',
  },
  familyBg: {
    workload: '#e0f0ff',
    traffic: '#d6f5f3',
    config: '#f9ecd6',
    storage: '#f7e8fc',
    access: '#ffe7ea',
    policy: '#e6f3dd',
    mesh: '#edebff',
    delivery: '#ffe9dc',
    other: '#eceef2',
  },
  edge: {
    traffic: '#007976',
    config: '#886100',
    storage: '#874e99',
    access: '#a5435a',
    policy: '#4b781a',
    mesh: '#6959ae',
    delivery: '#a14f09',
    other: '#636975',
  },
}

/** Both themes. A picture carries its colours itself, so they can't be looked up in a style sheet. */
export const themes: Readonly<Record<ThemeName, Theme>> = { dark, light }
