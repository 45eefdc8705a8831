import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite'

/**
 * Names in the page's head what the import of a module loads, scripts and styles, though the page imports it only when its own
 * script runs: all of it is fetched beside that script.
 */
export function preloadPlugin(module: string): Plugin {
  return {
    name: 'hanki-preload',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        if (bundle === undefined) return
        return [...filesOf(module, bundle)]
          .filter(name => !html.includes(name))
          .map(
            (name): HtmlTagDescriptor => ({
              tag: 'link',
              attrs: {
                rel: name.endsWith('.css') ? 'stylesheet' : 'modulepreload',
                crossorigin: true,
                href: `./${name}`,
              },
              injectTo: 'head',
            }),
          )
      },
    },
  }
}

/** Names of the files that the import of a module loads. Throws when nothing was built of it. */
function filesOf(module: string, bundle: Rolldown.OutputBundle): ReadonlySet<string> {
  const chunks = Object.values(bundle).filter(file => file.type === 'chunk')
  const first = chunks.find(chunk => chunk.facadeModuleId === module)
  if (first === undefined) throw new Error(`Nothing was built of ${module}`)
  const files = new Set<string>()
  const add = (chunk: Rolldown.OutputChunk): void => {
    if (files.has(chunk.fileName)) return
    files.add(chunk.fileName)
    for (const style of chunk.viteMetadata?.importedCss ?? []) files.add(style)
    for (const name of chunk.imports) {
      const imported = chunks.find(({ fileName }) => fileName === name)
      if (imported !== undefined) add(imported)
    }
  }
  add(first)
  return files
}
