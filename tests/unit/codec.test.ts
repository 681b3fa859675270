import fc from 'fast-check';
import * as codec from '../../server/src/core/codec/codec';

const { decode, decodeKeyframe, wantsKeyframe } = codec;
const encodeKeyframe = (text: string) => codec.encodeKeyframe(Buffer.from(text));
const encode = (text: string, keyframe: codec.Keyframe | null) => codec.encode(Buffer.from(text), keyframe);

const document = (words: number, seed = 0) =>
  JSON.stringify({
    title: `Title ${seed}`,
    sections: Array.from({ length: words }, (_, index) => ({
      __component: 'sections.prose',
      text: `Paragraph ${index}: ${((index * 7919 + seed) % 104729).toString(36)} of the story\nand its next line.`,
    })),
  });

test('a keyframe reads back as it was', () => {
  const { bytes, keyframe } = encodeKeyframe(document(50));
  expect(decodeKeyframe(bytes)).toEqual(keyframe);
  expect(keyframe.text.toString()).toBe(document(50));
});

test('any text reads back against any keyframe, or alone', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.option(fc.string({ unit: 'grapheme' })),
      (text, other) => {
        const keyframe = other === null ? null : encodeKeyframe(other).keyframe;
        expect(decode(encode(text, keyframe), keyframe)).toBe(text);
      }
    )
  );
});

// what two texts share is seen in steps
test('a text reads back wherever it parts from its keyframe', () => {
  const words = document(40);
  fc.assert(
    fc.property(fc.nat(words.length), fc.nat(1200), fc.string({ unit: 'grapheme' }), (at, gone, put) => {
      const text = words.slice(0, at) + put + words.slice(at + gone);
      const { keyframe } = encodeKeyframe(words);
      expect(decode(encode(text, keyframe), keyframe)).toBe(text);
    })
  );
});

// beyond deflate's window of 32 KB the pieces of the text are compared
test('a long text reads back after pieces of it moved, went and came', () => {
  const pieces = Array.from({ length: 900 }, (_, index) => `{"id":"${index}","text":"line ${index * 31}"}`);
  const keyframe = encodeKeyframe(`[${pieces.join(',').repeat(2)}]`).keyframe;
  fc.assert(
    fc.property(fc.shuffledSubarray(pieces, { minLength: 0 }), fc.string(), (kept, added) => {
      const text = `[${kept.join(',')},${JSON.stringify(added)},${kept.join(',')}]`;
      expect(decode(encode(text, keyframe), keyframe)).toBe(text);
    }),
    { numRuns: 50 }
  );
});

test.each([
  ['within the window', 100],
  ['of many windows', 4000],
])('a small change of a text %s makes a small payload', (_, words) => {
  const text = document(words);
  const { keyframe } = encodeKeyframe(text);
  const payload = encode(text.replace('Paragraph 42:', 'Paragraph forty-two:'), keyframe);
  expect(payload.length).toBeLessThan(keyframe.compressedLength / 5);
  expect(wantsKeyframe(payload, keyframe)).toBe(false);
});

test('a text that has little of its keyframe wants a new one', () => {
  const { keyframe } = encodeKeyframe(document(100));
  const other = Array.from({ length: 400 }, (_, index) => Math.sin(index).toString(36)).join(' ');
  expect(wantsKeyframe(encode(other, keyframe), keyframe)).toBe(true);
});

test('a payload without its keyframe, or of an unknown kind, is an error that says so', () => {
  const { keyframe } = encodeKeyframe(document(10));
  expect(() => decode(encode(document(10), keyframe), null)).toThrow(/keyframe/);
  expect(() => decode(Buffer.from([9, 1, 2]), null)).toThrow(/newer version/);
});
