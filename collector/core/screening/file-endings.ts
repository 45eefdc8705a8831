/**
 * Endings of files and builds that are no top-level domain, so that `image@2x.png` and `app@main.js` are no addresses.
 * Not here, because they are domains as well: `md`, `sh`, `py`, `rs`, `pl`, `zip`, `mov`, `cc`, `ai`, `ps`.
 */
export const FILE_ENDINGS: ReadonlySet<string> = new Set([
  // pictures
  ...['png', 'jpg', 'jpeg', 'gif', 'webp', 'svg', 'avif', 'ico', 'bmp', 'tif', 'tiff', 'heic', 'psd', 'eps'],
  // sound and film
  ...['mp', 'mpg', 'mpeg', 'avi', 'mkv', 'webm', 'ogg', 'ogv', 'wav', 'flac', 'aac'],
  // pages and data
  ...[
    'html',
    'htm',
    'xhtml',
    'php',
    'asp',
    'aspx',
    'jsp',
    'xml',
    'json',
    'jsonld',
    'csv',
    'tsv',
    'yaml',
    'yml',
    'txt',
  ],
  // documents and archives
  ...['pdf', 'doc', 'docx', 'xls', 'xlsx', 'ppt', 'pptx', 'odt', 'ods', 'rtf', 'epub', 'tar', 'tgz', 'rar'],
  // code, and the middle names of its builds
  ...['js', 'mjs', 'cjs', 'jsx', 'ts', 'tsx', 'vue', 'svelte', 'css', 'scss', 'less', 'wasm', 'map'],
  ...['min', 'esm', 'umd', 'iife', 'prod', 'bundle', 'browser', 'module', 'production', 'development'],
  // fonts
  ...['woff', 'ttf', 'otf', 'eot'],
])
