/** How many pixels of the file one pixel of the page becomes: enough for print at the size it is seen. */
const ENLARGED = 3;
const NAMESPACE = 'http://www.w3.org/2000/svg';
/** What style sheets say of a drawing's parts, which a drawing by itself does not know. */
const PROPERTIES = [
  'fill',
  'fill-opacity',
  'fill-rule',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-dashoffset',
  'stroke-linecap',
  'stroke-linejoin',
  'paint-order',
] as const;

/**
 * The map as it is seen, as a PNG: what is drawn, the names, the scale bar, and whose the base map is. The page's own
 * fonts are used, which a browser would not lend to a drawing that is made into a picture.
 */
export async function picturePng(frame: HTMLElement): Promise<Blob> {
  const picture = frame.querySelector<HTMLElement>('.map-picture') ?? frame;
  const { width, height } = picture.getBoundingClientRect();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * ENLARGED);
  canvas.height = Math.round(height * ENLARGED);
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('this browser gives no drawing surface');
  pen.scale(ENLARGED, ENLARGED);
  pen.fillStyle = getComputedStyle(frame).backgroundColor;
  pen.fillRect(0, 0, width, height);
  pen.drawImage(await imageOf(drawingOf(picture, width, height)), 0, 0, width, height);
  for (const text of picture.querySelectorAll<SVGTextElement>('text.map-label')) writeLabel(pen, text, picture);
  for (const line of frame.querySelectorAll<HTMLElement>('.map-scale, .map-swipe-name, .map-credit')) writeLine(pen, line, picture);
  drawDivide(pen, picture.querySelector<HTMLElement>('.map-swipe'), picture);
  drawScaleBar(pen, frame.querySelector<HTMLElement>('.map-scale-bar'), picture);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('the picture is too large for this browser')) : resolve(blob)), 'image/png');
  });
}

/** All layers as one drawing that needs no style sheet. */
function drawingOf(picture: HTMLElement, width: number, height: number): SVGSVGElement {
  const whole = document.createElementNS(NAMESPACE, 'svg');
  for (const [name, value] of Object.entries({ width: width * ENLARGED, height: height * ENLARGED, viewBox: `0 0 ${width} ${height}` }))
    whole.setAttribute(name, String(value));
  const origin = picture.getBoundingClientRect();
  picture.querySelectorAll<HTMLElement>('.map-side').forEach((side, at) => {
    const svg = side.querySelector('svg');
    if (svg === null) return;
    const copy = svg.cloneNode(true) as SVGSVGElement;
    inlineStyles(svg, copy);
    for (const text of copy.querySelectorAll('text, title')) text.remove();
    const box = svg.getBoundingClientRect();
    const moved = document.createElementNS(NAMESPACE, 'g');
    const stretch = box.width / Number(svg.getAttribute('width'));
    moved.setAttribute('transform', `translate(${box.left - origin.left} ${box.top - origin.top}) scale(${stretch})`);
    moved.append(...copy.childNodes);
    const clipped = document.createElementNS(NAMESPACE, 'g');
    const [from, to] = seenOf(side, width);
    const clip = document.createElementNS(NAMESPACE, 'clipPath');
    clip.id = `side-${at}`;
    const rectangle = document.createElementNS(NAMESPACE, 'rect');
    for (const [name, value] of Object.entries({ x: from, y: 0, width: to - from, height })) rectangle.setAttribute(name, String(value));
    clip.append(rectangle);
    clipped.setAttribute('clip-path', `url(#${clip.id})`);
    clipped.append(moved);
    whole.append(clip, clipped);
  });
  return whole;
}

function inlineStyles(from: Element, to: Element): void {
  const style = getComputedStyle(from);
  for (const property of PROPERTIES) to.setAttribute(property, style.getPropertyValue(property));
  for (let at = 0; at < from.children.length; at++) inlineStyles(from.children[at] as Element, to.children[at] as Element);
}

/** From where to where a side of the swipe is seen, in pixels. */
function seenOf(side: Element, width: number): [number, number] {
  const [, right = 0, , left = 0] =
    /inset\((.*?)\)/
      .exec((side as HTMLElement).style.clipPath)?.[1]
      ?.split(' ')
      .map(Number.parseFloat) ?? [];
  return [(left / 100) * width, width - (right / 100) * width];
}

async function imageOf(drawing: SVGSVGElement): Promise<HTMLImageElement> {
  const url = URL.createObjectURL(new Blob([new XMLSerializer().serializeToString(drawing)], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    return image;
  } finally {
    URL.revokeObjectURL(url);
  }
}

function writeLabel(pen: CanvasRenderingContext2D, text: SVGTextElement, picture: HTMLElement): void {
  const side = text.closest('.map-side');
  const [style, box, origin] = [getComputedStyle(text), text.getBoundingClientRect(), picture.getBoundingClientRect()];
  pen.save();
  const [from, to] = side === null ? [0, origin.width] : seenOf(side, origin.width);
  pen.beginPath();
  pen.rect(from, 0, to - from, origin.height);
  pen.clip();
  pen.font = style.font;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.lineJoin = 'round';
  pen.lineWidth = Number.parseFloat(style.strokeWidth);
  pen.strokeStyle = style.stroke;
  pen.fillStyle = style.fill;
  const words = [...text.childNodes].find(({ nodeType }) => nodeType === Node.TEXT_NODE)?.textContent ?? '';
  const at = [words, box.left + box.width / 2 - origin.left, box.top + box.height / 2 - origin.top] as const;
  pen.strokeText(...at);
  pen.fillText(...at);
  pen.restore();
}

function writeLine(pen: CanvasRenderingContext2D, line: HTMLElement, picture: HTMLElement): void {
  const [style, box, origin] = [getComputedStyle(line), line.getBoundingClientRect(), picture.getBoundingClientRect()];
  pen.save();
  pen.fillStyle = style.backgroundColor;
  pen.fillRect(box.left - origin.left, box.top - origin.top, box.width, box.height);
  pen.font = style.font;
  pen.textAlign = style.direction === 'rtl' ? 'right' : 'left';
  pen.direction = style.direction === 'rtl' ? 'rtl' : 'ltr';
  pen.textBaseline = 'middle';
  pen.fillStyle = style.color;
  const start =
    style.direction === 'rtl' ? box.right - Number.parseFloat(style.paddingRight) : box.left + Number.parseFloat(style.paddingLeft);
  const room = box.width - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
  const lineHeight = line.firstElementChild?.getBoundingClientRect().height ?? Number.parseFloat(style.lineHeight);
  const top = (line.firstElementChild ?? line).getBoundingClientRect().top + Number.parseFloat(style.paddingTop) - origin.top;
  linesOf(pen, line.textContent ?? '', room).forEach((words, at) => {
    pen.fillText(words, start - origin.left, top + (at + 0.5) * lineHeight);
  });
  pen.restore();
}

/** Words in lines that have room. */
function linesOf(pen: CanvasRenderingContext2D, text: string, room: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && pen.measureText(longer).width <= room + 1) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** The line between the two sides of the swipe. */
function drawDivide(pen: CanvasRenderingContext2D, divide: HTMLElement | null, picture: HTMLElement): void {
  if (divide === null) return;
  const x = divide.getBoundingClientRect().left - picture.getBoundingClientRect().left;
  pen.fillStyle = getComputedStyle(divide).borderInlineStartColor;
  pen.fillRect(x, 0, 1.5, picture.clientHeight);
}

function drawScaleBar(pen: CanvasRenderingContext2D, bar: HTMLElement | null, picture: HTMLElement): void {
  if (bar === null) return;
  const [box, origin] = [bar.getBoundingClientRect(), picture.getBoundingClientRect()];
  const [left, right, top, bottom] = [box.left - origin.left, box.right - origin.left, box.top - origin.top, box.bottom - origin.top];
  pen.strokeStyle = getComputedStyle(bar).borderBottomColor;
  pen.lineWidth = 1.5;
  pen.beginPath();
  pen.moveTo(left, top);
  pen.lineTo(left, bottom);
  pen.lineTo(right, bottom);
  pen.lineTo(right, top);
  pen.stroke();
}
