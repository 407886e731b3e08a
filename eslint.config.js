import tseslint from 'typescript-eslint'
import reactHooks from 'eslint-plugin-react-hooks'

const outside = {
  node: '^node:|^(fs|path|child_process|os)$',
  electron: '^electron(/|$)',
  react: '^(react|react-dom|zustand|@xyflow|@codemirror|radix-ui)(/|$)',
}
const ours = folder => `^(\\.\\./)+${folder}/`

/** Who may not import what. The README of each folder says why. */
const walls = [
  [
    'shared/**',
    [outside.node, outside.electron, outside.react, ours('electron'), ours('renderer'), ours('e2e'), ours('build')],
  ],
  ['shared/text/**', ['^\\.\\./']],
  ['shared/yaml/**', [ours('workspace'), ours('kinds'), ours('relations'), ours('checks'), ours('answers')]],
  ['renderer/**', [outside.node, outside.electron, ours('electron'), ours('e2e'), ours('build')]],
  ['electron/**', [outside.react, ours('renderer'), ours('e2e'), ours('build')]],
  ['electron/backend/**', [outside.electron, outside.react, ours('renderer'), ours('e2e'), ours('build')]],
]

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'node_modules/',
      'release/',
      'shared/kinds/schemas/data/',
      'test-results/',
      '.cache/',
      'e2e/cluster/**/*.go',
    ],
  },
  ...tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'A union of strings says it without code.' },
        { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
      ],
    },
  },
  { files: ['**/*.config.{js,ts,mjs}', '**/vite.*.mjs'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
  ...walls.map(([files, regexes]) => ({
    files: [`${files}/*.{ts,tsx}`],
    ignores: ['**/*.test.{ts,tsx}'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: regexes.map(regex => ({
            regex,
            message: 'This import crosses a wall: see DESIGN in the folder README.',
          })),
        },
      ],
    },
  })),
)
