/** What the script counts besides page views, by the words of its `data-track`. */
export const TRACKED = ['outbound', 'downloads', 'forms', '404'] as const
export type Tracked = (typeof TRACKED)[number]

/** Where a site is made, each with a way of its own to get a line into the head of every page. */
export const PLATFORMS = [
  'html',
  'wordpress',
  'shopify',
  'nextjs',
  'nuxt',
  'sveltekit',
  'astro',
  'hugo',
  'webflow',
  'squarespace',
  'gtm',
] as const
export type Platform = (typeof PLATFORMS)[number]

/** What the line to paste says. */
export interface Snippet {
  readonly domain: string
  /** Address of the tracking script. */
  readonly src: string
  readonly tracked: readonly Tracked[]
  /** Whether a change of `#fragment` is another page. */
  readonly hash: boolean
}

/** The code to paste on a platform. */
export function toCode(platform: Platform, snippet: Snippet): string {
  const attributes = attributesOf(snippet)
  switch (platform) {
    case 'nextjs':
      return `import Script from 'next/script'\n\n<Script strategy="afterInteractive" ${toHtml(attributes)} src="${snippet.src}" />`
    case 'nuxt':
      return nuxtCode(attributes, snippet.src)
    case 'astro':
      // Without is:inline Astro takes the tag for a module of its own.
      return `<script is:inline defer ${toHtml(attributes)} src="${snippet.src}"></${'script'}>`
    case 'gtm':
      return tagManagerCode(attributes, snippet.src)
    default:
      return `<script defer ${toHtml(attributes)} src="${snippet.src}"></${'script'}>`
  }
}

/** Directives that a page's Content Security Policy must have, if it has one. */
export function policyFor(src: string): string {
  const { origin } = new URL(src)
  return `script-src ${origin}; connect-src ${origin}`
}

type Attributes = readonly (readonly [name: string, value: string])[]

function attributesOf({ domain, tracked, hash }: Snippet): Attributes {
  return [
    ['data-domain', domain],
    ...(tracked.length > 0 ? [['data-track', tracked.join(' ')] as const] : []),
    ...(hash ? [['data-hash', ''] as const] : []),
  ]
}

function toHtml(attributes: Attributes): string {
  return attributes.map(([name, value]) => (value === '' ? name : `${name}="${value}"`)).join(' ')
}

function nuxtCode(attributes: Attributes, src: string): string {
  const pairs = attributes.map(([name, value]) => `'${name}': '${value}'`).join(', ')
  return `export default defineNuxtConfig({\n  app: {\n    head: {\n      script: [{ src: '${src}', defer: true, ${pairs} }],\n    },\n  },\n})`
}

/** The Tag Manager drops data attributes of a script tag, so the tag is made by a script. */
function tagManagerCode(attributes: Attributes, src: string): string {
  const lines = attributes.map(([name, value]) => `  script.setAttribute('${name}', '${value}')`)
  return [
    '<script>',
    "  var script = document.createElement('script')",
    ...lines,
    `  script.src = '${src}'`,
    '  document.head.appendChild(script)',
    `</${'script'}>`,
  ].join('\n')
}
