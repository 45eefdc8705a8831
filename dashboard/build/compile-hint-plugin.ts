import type { Plugin } from 'vite'

/**
 * Tells browsers that most functions of these chunks are called at once, so that they are compiled while the file comes and
 * beside the page's own thread, not one by one when they are called. Source: V8's explicit compile hints; others see a comment.
 */
export function compileHintPlugin(names: readonly string[]): Plugin {
  return {
    name: 'hanki-compile-hint',
    enforce: 'post',
    generateBundle: {
      // The comment counts only at the very beginning of a file.
      order: 'post',
      handler(_, bundle) {
        for (const chunk of Object.values(bundle)) {
          if (chunk.type === 'chunk' && names.includes(chunk.name))
            chunk.code = `//# allFunctionsCalledOnLoad\n${chunk.code}`
        }
      },
    },
  }
}
