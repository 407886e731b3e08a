// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { DraftField } from './field'

afterEach(cleanup)

function show() {
  const committed: string[] = []
  render(<DraftField aria-label="name" value="web" onCommit={value => void committed.push(value)} />)
  return { user: userEvent.setup(), committed, field: screen.getByLabelText<HTMLInputElement>('name') }
}

describe('DraftField', () => {
  it('commits once, with Enter, and not again when it is left', async () => {
    const { user, committed, field } = show()
    await user.clear(field)
    await user.type(field, 'api{Enter}')
    await user.tab()
    expect(committed).toEqual(['api'])
  })
  it('commits when it is left', async () => {
    const { user, committed, field } = show()
    await user.type(field, '-2')
    await user.tab()
    expect(committed).toEqual(['web-2'])
  })
  it('gives the old value back with Escape, and commits nothing', async () => {
    const { user, committed, field } = show()
    await user.type(field, 'x{Escape}')
    expect(field.value).toBe('web')
    await user.tab()
    expect(committed).toEqual([])
  })
  it('commits nothing when nothing was changed', async () => {
    const { user, committed, field } = show()
    await user.click(field)
    await user.keyboard('{Enter}')
    expect(committed).toEqual([])
  })
})
