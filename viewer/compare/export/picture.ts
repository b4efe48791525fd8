const namespace = 'http://www.w3.org/2000/svg';
const margin = 24;
const titleSize = 20;
const textSize = 13;
const lineHeight = 1.35;
/** Width of a letter as a share of the size of the type, on the wide side. */
const letterWidth = 0.56;
/** How many times larger than on the screen a picture is. */
const pictureScale = 2;

/** What the page's style sheets decide for the marks of a drawing, and a drawing elsewhere must bring along. */
const styles = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'paint-order',
  'font-family',
  'font-size',
  'font-weight',
  'font-variant-numeric',
  'text-anchor',
  'dominant-baseline',
  'visibility',
];
/** What only the page needs. */
const pageOnly = /^(class|tabindex|role|aria-.*|data-.*)$/;

/** A drawing that stands on its own. */
export interface Drawing {
  text: string;
  width: number;
  height: number;
}

/**
 * A drawing of the page that needs nothing of the page: its styles stand in it, on white, with its title above and where
 * its figures come from below.
 */
export function standaloneDrawing(shown: SVGSVGElement, title: string, lines: readonly string[]): Drawing {
  const { width, height } = shown.viewBox.baseVal;
  const marks = inLightColours(shown);
  const family = getComputedStyle(document.body).fontFamily;
  const outer = svgElement('svg', { xmlns: namespace });
  let y = margin;
  const paragraph = (text: string, size: number, weight: string) => {
    for (const line of broken(text, width / (size * letterWidth))) {
      y += size * lineHeight;
      const attributes = {
        x: margin,
        y,
        fill: '#111',
        'font-family': family,
        'font-size': size,
        'font-weight': weight,
      };
      const element = svgElement('text', attributes);
      element.textContent = line;
      outer.append(element);
    }
  };
  paragraph(title, titleSize, '600');
  y += margin / 2;
  marks.setAttribute('x', String(margin));
  marks.setAttribute('y', String(y));
  marks.setAttribute('width', String(width));
  marks.setAttribute('height', String(height));
  marks.setAttribute('overflow', 'visible');
  outer.append(marks);
  y += height + margin / 2;
  for (const line of lines) paragraph(line, textSize, '400');
  const size = { width: width + 2 * margin, height: y + margin };
  outer.setAttribute('viewBox', `0 0 ${size.width} ${size.height}`);
  outer.setAttribute('width', String(size.width));
  outer.setAttribute('height', String(size.height));
  outer.prepend(svgElement('rect', { width: size.width, height: size.height, fill: '#fff' }));
  return { text: new XMLSerializer().serializeToString(outer), ...size };
}

/** The drawing as points, twice as many each way as on the screen. @throws Error if the browser cannot draw it */
export async function picture({ text, width, height }: Drawing): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * pictureScale;
  canvas.height = height * pictureScale;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob === null ? reject(new Error('No picture came of the drawing.')) : resolve(blob))),
  );
}

/** A copy with the styles that the page gives it on paper, whatever the colours of the screen are. */
function inLightColours(shown: SVGSVGElement): SVGSVGElement {
  const copy = shown.cloneNode(true) as SVGSVGElement;
  const host = (shown.parentElement?.cloneNode(false) ?? document.createElement('div')) as HTMLElement;
  host.classList.add('on-paper', 'picture-host');
  host.append(copy);
  document.body.append(host);
  for (const element of copy.querySelectorAll<SVGElement>('*')) {
    const computed = getComputedStyle(element);
    for (const name of styles) {
      const value = computed.getPropertyValue(name);
      if (value !== '') element.setAttribute(name, value);
    }
  }
  for (const element of [copy, ...copy.querySelectorAll('*')]) {
    for (const name of element.getAttributeNames()) if (pageOnly.test(name)) element.removeAttribute(name);
  }
  host.remove();
  return copy;
}

function svgElement(name: string, attributes: Record<string, string | number>): SVGElement {
  const element = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}

/** A text in lines of so many letters at most, if no word is longer. */
function broken(text: string, letters: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
