/** Where Hanki lies below its host, such as `/stats`; empty at the top. The server writes it into the page. */
export function basePath(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="base-path"]')?.content ?? ''
}

/** The address of a path of Hanki's, such as `/account`, on its host. */
export function at(path: string): string {
  return basePath() + path
}
