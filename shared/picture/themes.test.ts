import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { themes, type ThemeName } from './themes'

const css = readFileSync(new URL('../../renderer/ui/tokens.css', import.meta.url), 'utf8')

/** What the window's style sheet says a token is in a theme. */
function token(theme: ThemeName, name: string): string | undefined {
  const rules = css.slice(css.indexOf(theme === 'dark' ? '[data-theme="dark"]' : '[data-theme="light"] {'))
  return new RegExp(`--${name}: ([^;]+);`).exec(rules)?.[1]
}

describe.each(['dark', 'light'] as const)('the %s theme of pictures', name => {
  const theme = themes[name]
  it('has the colours of the window', () => {
    expect(theme.canvas).toBe(token(name, 'surface-canvas'))
    expect(theme.group).toBe(token(name, 'surface-group'))
    expect(theme.card).toBe(token(name, 'surface-card'))
    expect(theme.text).toBe(token(name, 'text-primary'))
    expect(theme.textSecondary).toBe(token(name, 'text-secondary'))
    expect(theme.textMuted).toBe(token(name, 'text-muted'))
    expect(theme.border).toBe(token(name, 'border-default'))
    expect(theme.error).toBe(token(name, 'error-fg'))
    expect(theme.blocked).toBe(token(name, 'edge-blocked'))
  })
  it('has the colours of families and edges', () => {
    for (const [family, colour] of Object.entries(theme.familyFg))
      expect(colour).toBe(token(name, `family-${family === 'other' ? 'custom' : family}-fg`))
    for (const [family, colour] of Object.entries(theme.familyBg))
      expect(colour).toBe(token(name, `family-${family === 'other' ? 'custom' : family}-bg`))
    for (const [group, colour] of Object.entries(theme.edge)) expect(colour).toBe(token(name, `edge-${group}`))
  })
})
