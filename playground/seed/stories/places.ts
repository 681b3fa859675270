import { heading, list, paragraph } from '../blocks';
import type { Story } from '../story';

const uid = 'api::article.article';

const ferry: Story = {
  uid,
  key: 'ferry',
  steps: [
    {
      daysAgo: 33.4,
      by: 'jonas',
      change(entry, desk) {
        Object.assign(entry, {
          title: 'Timetable for the last ferry',
          slug: 'the-last-ferry',
          body: `The timetable at Kvitnes is painted on a door. The door belongs to nothing; it leans against the harbour wall and has done since the waiting room burned down. It gives four sailings, of which the second has been crossed out, and under them in a different hand: *or when Solveig is ready*.

Solveig has been ready, give or take, for thirty-one years.`,
          cover: desk.image('ferry'),
          category: desk.connect('places'),
          author: desk.connect('ida'),
          tags: desk.connect('tag-sea', 'tag-weather'),
          airTime: '07:15:00.000',
        });
      },
    },
    {
      daysAgo: 32.2,
      by: 'jonas',
      change(entry) {
        entry.body += `

The *Havørn* takes six cars or one lorry and a careful cyclist. In winter she takes the post, the doctor on Tuesdays, and a tank of milk that goes over full and comes back full of something else. The county has wanted to be rid of her since the tunnel was dug. The tunnel floods.`;
        entry.standfirst = 'A door, a skipper, and a tunnel that floods.';
      },
    },
    {
      daysAgo: 30.9,
      by: 'amina',
      note: 'Ida asked for the milk to be checked. It is milk.',
      change(entry) {
        entry.body = entry.body.replace('comes back full of something else', 'comes back empty');
        entry.facts = [
          { label: 'Crossing', value: '22 minutes' },
          { label: 'Built', value: '1971', since: '1971-05-17' },
        ];
      },
      then: 'publish',
    },
    {
      daysAgo: 20.2,
      by: 'wire',
      change(entry) {
        Object.assign(entry, {
          views: '5210',
          score: 0.61,
          metadata: { line: 'Kvitnes–Sandøy', sailings: ['07:15', '15:40', '19:05'] },
        });
      },
    },
    {
      daysAgo: 9.6,
      by: 'camille',
      locale: 'fr',
      change(entry) {
        Object.assign(entry, {
          title: 'L’horaire du dernier bac',
          slug: 'le-dernier-bac',
          body: 'À Kvitnes, l’horaire est peint sur une porte. La porte n’appartient à rien ; elle est appuyée au mur du port depuis que la salle d’attente a brûlé.',
        });
      },
    },
    {
      daysAgo: 5.3,
      by: 'jonas',
      note: 'The tunnel is dry again, for now',
      change(entry) {
        entry.body = entry.body.replace('The tunnel floods.', 'The tunnel flooded twice this year.');
        entry.standfirst = 'A door, a skipper, and a tunnel that cannot make up its mind.';
      },
    },
  ],
};

const lighthouse: Story = {
  uid,
  key: 'lighthouse',
  steps: [
    {
      daysAgo: 31.9,
      by: 'camille',
      change(entry, desk) {
        Object.assign(entry, {
          title: 'The keeper who stayed',
          slug: 'the-keeper-who-stayed',
          format: 'interview',
          content: [
            heading('What does a keeper do when the light keeps itself?'),
            paragraph(
              'I paint. There is always a side that wants painting. By the time you are round, the first side has noticed.'
            ),
            paragraph(
              'They sent a letter that said I was automated. I wrote back that I had not felt a thing.'
            ),
          ],
          cover: desk.image('lighthouse'),
          category: desk.connect('places'),
          tags: desk.connect('tag-night', 'tag-sea'),
        });
      },
    },
    {
      daysAgo: 31.1,
      by: 'camille',
      change(entry) {
        entry.content.push(
          heading('Is it lonely?'),
          paragraph(
            'It was lonelier in the town. Here I know all the birds that do not come back, and in the town I did not know who had gone.'
          )
        );
        entry.standfirst = 'Per Aune was automated in 1998. He did not feel a thing.';
      },
    },
    {
      daysAgo: 26.1,
      by: 'amina',
      note: 'Put the letter first, it is the best thing in it',
      change(entry) {
        const [question, paints, letter, ...rest] = entry.content;
        entry.content = [question, letter, paints, ...rest];
        entry.sections = [
          {
            __component: 'sections.quote',
            text: 'They sent a letter that said I was automated.',
            attribution: 'Per Aune, keeper',
          },
          {
            __component: 'sections.embed',
            provider: 'Tideline radio',
            url: 'https://radio.example/keeper',
            options: { start: 74, controls: true },
          },
        ];
      },
      then: 'publish',
    },
    {
      daysAgo: 12.1,
      by: 'wire',
      change(entry) {
        Object.assign(entry, { views: '9731', rating: 4.75, score: 0.79 });
      },
      then: 'publish',
    },
  ],
};

const swimmers: Story = {
  uid,
  key: 'swimmers',
  steps: [
    {
      daysAgo: 11.3,
      by: 'jonas',
      change(entry, desk) {
        Object.assign(entry, {
          title: 'Six degrees',
          slug: 'six-degrees',
          format: 'report',
          body: 'At ten to seven there are eleven towels on the rail. Nobody speaks; speaking is for afterwards, when it cannot be helped.',
          category: desk.connect('places'),
          contactEmail: 'swim@tideline.example',
        });
      },
    },
    {
      daysAgo: 10.9,
      by: 'jonas',
      change(entry) {
        entry.title = 'Six degrees and falling';
        entry.content = [
          paragraph('What the eleven say they do it for:'),
          list('The coffee', 'A bet, in 2009', 'The coffee', 'Knees', '“Ask me in April”'),
        ];
      },
    },
    {
      daysAgo: 8.8,
      by: 'camille',
      note: 'Not for this issue: we have three pieces about cold water',
      change(entry) {
        entry.embargoUntil = '2026-12-01T06:00:00.000Z';
        entry.wordBudget = 900;
      },
    },
    {
      daysAgo: 0.7,
      by: 'jonas',
      change(entry) {
        entry.body += '\n\nThe water was six degrees on the first of the month and has not improved.';
        entry.internalNotes = 'Marit does not want her surname in.';
      },
    },
  ],
};

export const places: Story[] = [ferry, lighthouse, swimmers];
