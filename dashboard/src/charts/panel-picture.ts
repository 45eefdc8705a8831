import { formatCount } from '../lib/format.ts'
import { readChartColors } from './chart-colors.ts'

/** A row of such a picture. */
export interface PictureRow {
  readonly name: string
  readonly count: number
  /** Beside the count, such as `12 %`. */
  readonly share: string
  /** Length of the bar behind it: 0–1 of the largest row. */
  readonly part: number
}

/** What a picture of a panel says. */
export interface PanelPicture {
  readonly title: string
  /** Site, period and filters: a picture is looked at where nothing else tells them. */
  readonly subtitle: string
  /** Over the names and over the numbers. */
  readonly columns: readonly [string, string]
  readonly rows: readonly PictureRow[]
}

const WIDTH = 640
const EDGE = 24
const TOP = 92
const ROW = 33
/** Pixels per unit: a picture is looked at on sharp screens too. */
const SCALE = 2

/** Draws a list as a PNG in the theme on the screen. Throws when the browser cannot make one. */
export function drawPanel(picture: PanelPicture): Promise<Blob> {
  const canvas = document.createElement('canvas')
  canvas.width = WIDTH * SCALE
  canvas.height = (TOP + picture.rows.length * ROW + EDGE - 4) * SCALE
  const pen = canvas.getContext('2d')
  if (pen === null) throw new Error('The browser has no canvas')
  const root = document.documentElement
  const colors = readChartColors(root)
  const soft = getComputedStyle(root).getPropertyValue('--ice-soft').trim()
  const font = getComputedStyle(document.body).fontFamily
  const write = (
    text: string,
    x: number,
    y: number,
    style: string,
    color: string,
    align: CanvasTextAlign = 'left',
  ) => {
    pen.font = `${style} ${font}`
    pen.fillStyle = color
    pen.textAlign = align
    pen.fillText(text, x, y, WIDTH - 2 * EDGE)
  }
  pen.scale(SCALE, SCALE)
  pen.fillStyle = colors.ground
  pen.fillRect(0, 0, WIDTH, canvas.height)
  pen.textBaseline = 'middle'
  const right = WIDTH - EDGE
  write(picture.title, EDGE, 30, '600 17px', colors.ink)
  write(picture.subtitle, EDGE, 52, '13px', colors.text)
  write(picture.columns[0], EDGE + 10, 78, '12px', colors.text)
  write(picture.columns[1], right - 10, 78, '12px', colors.text, 'right')
  for (const [index, row] of picture.rows.entries()) {
    const y = TOP + index * ROW
    pen.fillStyle = soft
    pen.beginPath()
    pen.roundRect(EDGE, y, Math.max(3, row.part * (right - EDGE)), ROW - 2, 6)
    pen.fill()
    const middle = y + ROW / 2
    write(shorten(pen, row.name, `14px ${font}`), EDGE + 10, middle, '14px', colors.ink)
    write(formatCount(row.count), right - 66, middle, '600 14px', colors.ink, 'right')
    write(row.share, right - 10, middle, '13px', colors.text, 'right')
  }
  return toPng(canvas)
}

/** A drawn chart on the ground of its card: a canvas alone is see-through. */
export function drawChart(chart: HTMLCanvasElement, title: string, subtitle: string): Promise<Blob> {
  const canvas = document.createElement('canvas')
  const scale = chart.width / chart.clientWidth
  const head = 64
  canvas.width = chart.width + 2 * EDGE * scale
  canvas.height = chart.height + (head + EDGE) * scale
  const pen = canvas.getContext('2d')
  if (pen === null) throw new Error('The browser has no canvas')
  const colors = readChartColors(document.documentElement)
  const font = getComputedStyle(document.body).fontFamily
  pen.fillStyle = colors.ground
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.drawImage(chart, EDGE * scale, head * scale)
  pen.scale(scale, scale)
  pen.textBaseline = 'middle'
  pen.font = `600 17px ${font}`
  pen.fillStyle = colors.ink
  pen.fillText(title, EDGE, 26)
  pen.font = `13px ${font}`
  pen.fillStyle = colors.text
  pen.fillText(subtitle, EDGE, 48)
  return toPng(canvas)
}

/** The name as far as there is room before the numbers. */
function shorten(pen: CanvasRenderingContext2D, whole: string, font: string): string {
  pen.font = font
  const room = WIDTH - 2 * EDGE - 150
  if (pen.measureText(whole).width <= room) return whole
  let text = [...whole]
  while (text.length > 1 && pen.measureText(`${text.join('')}…`).width > room) text = text.slice(0, -1)
  return `${text.join('')}…`
}

function toPng(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      blob => (blob === null ? reject(new Error('The browser made no picture')) : resolve(blob)),
      'image/png',
    )
  })
}
