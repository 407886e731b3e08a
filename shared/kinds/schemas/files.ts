/** Loads a file of data/ by its name without the ending. */
export const schemaFiles: Readonly<Record<string, () => Promise<{ readonly default: unknown }>>> = {}
