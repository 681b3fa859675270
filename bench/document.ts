/**
 * The document that is saved: about 19 KB of canonical JSON, a component of six items, a dynamic zone of four
 * entries, three relations (one of them to three targets), two files (one of them in the zone).
 */

/** What a document refers to, two of each kind so that a save can change a reference. */
export interface Targets {
  authors: string[];
  categories: string[];
  tags: string[];
  files: number[];
}

const WORDS = (
  'about above after again along among answer around because become before began being below between both bring ' +
  'build called carry change children city close colour common could country course cover cross daily deep door draw ' +
  'during early earth editor every evening example family field figure final first follow force found friend garden ' +
  'general given glass great green ground group growing harbour heard history house hundred island journal keep kind ' +
  'known language large later learn leave letter light listen little living local longer magazine market matter ' +
  'measure middle minute moment money morning mountain moving music nature nearly never notice number ocean often ' +
  'opened order other paper pattern people person picture piece place plant point possible power present printed ' +
  'problem produce public question quickly quiet rather reader ready really reason record region remain report ' +
  'return river round school second sentence several short should simple single slowly small something sound south ' +
  'space special stand start state stone story street strong study summer surface system table teacher their thing ' +
  'thought through together town travel under until usually valley village voice walked water weather while window ' +
  'winter without wonder world writer writing yellow young'
).split(' ');

/** The same sequence in every run (mulberry32): both sides save the same text. */
const random = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};

const sentence = (next: () => number): string => {
  const words = Array.from(
    { length: 7 + Math.floor(next() * 9) },
    () => WORDS[Math.floor(next() * WORDS.length)]!
  );
  const text = words.join(' ');
  return `${text[0]!.toUpperCase()}${text.slice(1)}.`;
};

/** Sentences in paragraphs, of about so many characters. */
export const prose = (seed: number, length: number): string => {
  const next = random(seed);
  let text = '';
  while (text.length < length) text += sentence(next) + (next() < 0.2 ? '\n\n' : ' ');
  return text.trim();
};

/** A text in which one sentence, somewhere, says which save it was. */
const marked = (seed: number, length: number, serial: number): string =>
  `${prose(seed, length / 2)} Save ${serial} said so. ${prose(seed + 500, length / 2)}`;

/** All attributes, as a save of the whole document sends them; with another `serial` every one of them differs. */
export const wholeContent = (serial: number, { authors, categories, tags, files }: Targets) => {
  const pick = <T>(list: T[], offset = 0): T => list[(serial + offset) % list.length]!;
  return {
    title: `The harbour in winter, ${serial}`,
    slug: `the-harbour-in-winter-${serial}`,
    summary: marked(1, 400, serial),
    body: marked(2, 7_200, serial),
    kind: pick(['report', 'essay', 'review']),
    readingTime: 10 + (serial % 30),
    rating: 1 + (serial % 80) / 20,
    featured: serial % 2 === 0,
    issueDate: `2024-03-${String(10 + (serial % 20))}`,
    points: Array.from({ length: 6 }, (_, index) => ({
      heading: `Point ${index + 1} of ${serial}`,
      text: marked(10 + index, 800, serial),
    })),
    sections: [
      { __component: 'bench.prose', heading: `What was heard, ${serial}`, text: marked(20, 3_600, serial) },
      { __component: 'bench.quote', text: marked(21, 380, serial), by: `A reader, ${serial}` },
      { __component: 'bench.callout', tone: pick(['info', 'warning']), text: marked(22, 600, serial) },
      { __component: 'bench.figure', caption: marked(23, 260, serial), image: pick(files) },
    ],
    author: pick(authors),
    category: pick(categories),
    tags: [pick(tags), pick(tags, 1), pick(tags, 2)],
    cover: pick(files, 1),
  };
};

/** The body with one sentence replaced by another: what an editor does. The place and the words follow the serial. */
export const rewriteSentence = (body: string, serial: number): string => {
  const sentences = body.split(/(?<=\.)(?=\s)/);
  const next = random(serial);
  const place = Math.floor(next() * sentences.length);
  sentences[place] = ` ${sentence(next)}`;
  return sentences.join('');
};
