import base from './playwright.config'

/** `npm run pictures`: the window as README and reviewers see it, into e2e/pictures (README's) and test-results/pictures. */
export default { ...base, testMatch: '**/*.pictures.ts', reporter: [['line']] } satisfies typeof base
