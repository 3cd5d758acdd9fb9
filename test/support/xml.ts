/** An element of an XML document, its text joined. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Reads the XML that our reports may write, and throws at whatever is not well-formed in it. */
export function readXml(document: string): XmlElement {
  if (/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(document)) throw new Error('forbidden character');
  const body = document.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, '');
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const top = () => open.at(-1) as XmlElement;
  const token = /<(\/?)([a-z-]+)((?: [a-z]+="[^"<]*")*)(\/?)>|([^<]+)/gy;
  while (token.lastIndex < body.length) {
    const at = token.lastIndex;
    const [, closing, name, attributes, empty, text] = token.exec(body) ?? [];
    if (text !== undefined) top().text += decoded(text);
    else if (name === undefined) throw new Error(`not well-formed at ${at}: ${body.slice(at, at + 60)}`);
    else if (closing === '/') {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes nothing`);
    } else {
      const named = [...(attributes ?? '').matchAll(/ ([a-z]+)="([^"]*)"/g)];
      const element = {
        name,
        attributes: Object.fromEntries(named.map(([, key, value]) => [key as string, decoded(value as string)])),
        children: [],
        text: '',
      };
      top().children.push(element);
      if (empty !== '/') open.push(element);
    }
  }
  if (open.length !== 1 || root.children.length !== 1) throw new Error('elements are left open');
  return root.children[0] as XmlElement;
}

function decoded(text: string): string {
  if (/&(?!(amp|lt|gt|quot|apos|#\d+);)/.test(text)) throw new Error(`a bare ampersand in ${text}`);
  return text.replace(
    /&(?:#(\d+)|([a-z]+));/g,
    (_, code?: string, name?: string) => ENTITIES[name ?? ''] ?? String.fromCodePoint(Number(code)),
  );
}
