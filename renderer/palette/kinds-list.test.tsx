// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { starterKinds } from '../../shared/kinds/kinds'
import { undo } from '../store/history'
import { sessionForTests } from '../store/host-for-tests'
import { startDesign } from '../store/new-design'
import { SessionProvider } from '../store/session'
import { HintProvider } from '../ui/hint'
import { KindsList } from './kinds-list'

// jsdom lays nothing out, so it has nothing to scroll.
beforeAll(() => {
  Element.prototype.scrollIntoView = () => undefined
})
afterEach(cleanup)

function show() {
  const { session } = sessionForTests()
  startDesign(session)
  render(
    <SessionProvider value={session}>
      <HintProvider>
        <KindsList />
      </HintProvider>
    </SessionProvider>,
  )
  const names = () => session.store.getState().open?.design.workspace.objects.map(object => object.kind)
  return { user: userEvent.setup(), names, session }
}

describe('KindsList', () => {
  it('has an option for each kind that can be made', () => {
    show()
    expect(screen.getAllByRole('option')).toHaveLength(starterKinds().length)
  })
  it('adds the best find with Enter, without leaving the search', async () => {
    const { user, names } = show()
    await user.type(screen.getByRole('searchbox', { name: 'Find a kind' }), 'cm{Enter}')
    expect(names()).toEqual(['ConfigMap'])
  })
  it('adds what the arrows chose in the list', async () => {
    const { user, names } = show()
    screen.getByRole('listbox', { name: 'Kinds' }).focus()
    await user.keyboard('{ArrowDown}{Enter}')
    expect(names()).toEqual([starterKinds()[1]?.kind])
  })
  it('folds the family of what is chosen with Left, and opens all with Right', async () => {
    const { user } = show()
    screen.getByRole('listbox', { name: 'Kinds' }).focus()
    await user.keyboard('{ArrowLeft}')
    expect(screen.queryByRole('option', { name: 'Deployment' })).toBeNull()
    await user.keyboard('{ArrowRight}')
    expect(screen.getByRole('option', { name: 'Deployment' })).toBeTruthy()
  })
  it('has what was added last at hand above the list, where each kind stays an option once', async () => {
    const { user, names } = show()
    const search = screen.getByRole('searchbox', { name: 'Find a kind' })
    expect(screen.queryByRole('group', { name: 'Added last' })).toBeNull()
    for (const words of ['secret', 'cm', 'secret']) {
      await user.clear(search)
      await user.type(search, `${words}{Enter}`)
    }
    await user.clear(search)
    const last = within(screen.getByRole('group', { name: 'Added last' }))
    expect(last.getAllByRole('button').map(button => button.getAttribute('aria-label'))).toEqual([
      'Add Secret',
      'Add ConfigMap',
    ])
    expect(screen.getAllByRole('option', { name: 'Secret' })).toHaveLength(1)
    last.getByRole('button', { name: 'Add ConfigMap' }).focus()
    await user.keyboard('{Enter}')
    expect(names()?.toSorted()).toEqual(['ConfigMap', 'ConfigMap', 'Secret', 'Secret'])
  })
  it('makes all objects of a pattern in one step, as often as it is asked to', async () => {
    const { user, names, session } = show()
    await user.type(screen.getByRole('searchbox', { name: 'Find a kind' }), 'three tiers{Enter}')
    const once = names() ?? []
    expect(once).toEqual(expect.arrayContaining(['Ingress', 'Deployment', 'StatefulSet', 'Secret', 'NetworkPolicy']))
    await user.keyboard('{Enter}')
    expect(names()).toHaveLength(2 * once.length)
    expect(session.store.getState().open?.design.problems).toEqual([])
    undo(session)
    undo(session)
    expect(names()).toEqual([])
  })
})
