// The plain text of a policy document in a file: text in UTF-8 or GB18030, or the paragraphs of a Word document.
export class Unreadable extends Error {}

export const ENDINGS = ['.txt', '.md', '.docx'];

export async function textOf(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (!zipped) return decoded(bytes);
  const part = await unzipped(bytes, 'word/document.xml');
  if (!part) throw new Unreadable();
  return paragraphs(new TextDecoder().decode(part));
}

function decoded(bytes) {
  if (bytes.includes(0)) throw new Unreadable();
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // The next encoding is tried; what fits none is unreadable.
    }
  }
  throw new Unreadable();
}

// One file of a zip, found through the directory at its end; null if it is not there.
async function unzipped(bytes, name) {
  const view = new DataView(bytes.buffer);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end -= 1;
  if (end < 0) return null;
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    if (new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)) === name) {
      const local = view.getUint32(at + 42, true);
      const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      const packed = bytes.subarray(start, start + view.getUint32(at + 20, true));
      return view.getUint16(at + 10, true) === 0 ? packed : inflated(packed);
    }
    at += 46 + nameLength + extra + comment;
  }
  return null;
}

async function inflated(packed) {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

// One line for every paragraph, with the tabs and line breaks inside it.
function paragraphs(xml) {
  const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const all = new DOMParser().parseFromString(xml, 'application/xml').getElementsByTagNameNS(word, 'p');
  const mark = { t: (node) => node.textContent, tab: () => '\t', br: () => '\n' };
  return [...all].map((paragraph) => [...paragraph.getElementsByTagNameNS(word, '*')]
    .map((node) => mark[node.localName]?.(node) ?? '').join('')).join('\n');
}
