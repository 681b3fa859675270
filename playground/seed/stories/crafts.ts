import { heading, paragraph, strong } from '../blocks';
import type { Story } from '../story';

const uid = 'api::article.article';

const bakers: Story = {
  uid,
  key: 'night-bakers',
  steps: [
    {
      daysAgo: 34.6,
      by: 'jonas',
      change(entry, desk) {
        Object.assign(entry, {
          title: 'Bakers by night',
          slug: 'night-bakers',
          body: `It is ten past two and the only lit window in Rue Haute belongs to a man who is shouting at a lump of dough. He is not angry. “It likes to know where I am,” he says.`,
          category: desk.connect('crafts'),
          author: desk.connect('tomas'),
          tags: desk.connect('tag-night', 'tag-hands'),
        });
      },
    },
    {
      daysAgo: 33.9,
      by: 'jonas',
      change(entry) {
        entry.title = 'The night bakers';
        entry.body += `

There are nine of them left in the quarter, and they all know when the others light their ovens, by the smell and by a certain dimming of the street lamps. At four they meet on the corner by the fountain for as long as it takes to smoke one cigarette, which two of them still do and the rest keep company.`;
      },
    },
    {
      daysAgo: 29.9,
      by: 'amina',
      note: 'Cover is a placeholder until the photographer is awake',
      change(entry, desk) {
        entry.cover = desk.image('bakery-night');
        entry.standfirst = 'Nine ovens, one cigarette, and a quarter that wakes up to bread.';
        entry.sections = [
          {
            __component: 'sections.callout',
            tone: 'tip',
            text: 'The bakery in **Rue Haute** sells from the back door from half past five.',
            colour: '#ffc15e',
          },
          {
            __component: 'sections.quote',
            text: 'It likes to know where I am.',
            attribution: 'Anselme, to his dough',
          },
        ];
      },
      then: 'publish',
    },
    {
      daysAgo: 24.7,
      by: 'camille',
      locale: 'fr',
      change(entry) {
        Object.assign(entry, {
          title: 'Les boulangers de nuit',
          slug: 'les-boulangers-de-nuit',
          body: 'Il est deux heures dix et la seule fenêtre éclairée de la rue Haute appartient à un homme qui crie après une boule de pâte. Il n’est pas en colère. « Elle aime savoir où je suis », dit-il.',
          standfirst: 'Neuf fours, une cigarette, et un quartier qui s’éveille au pain.',
        });
      },
      then: 'publish',
    },
    {
      daysAgo: 18.2,
      by: 'jonas',
      note: 'Madame Petit has closed',
      change(entry) {
        entry.body = entry.body.replace('There are nine of them left', 'There are eight of them left');
        entry.standfirst = entry.standfirst.replace('Nine ovens', 'Eight ovens');
      },
      then: 'publish',
    },
    {
      daysAgo: 4.9,
      by: 'camille',
      locale: 'fr',
      change(entry) {
        entry.standfirst = entry.standfirst.replace('Neuf fours', 'Huit fours');
      },
    },
    {
      daysAgo: 1.2,
      by: 'amina',
      change(entry, desk) {
        entry.featured = true;
        entry.sections.splice(1, 0, {
          __component: 'sections.gallery',
          caption: 'Rue Haute, ten past two',
          images: [desk.image('bakery-night'), desk.image('workshop')],
        });
        entry.relatedArticles = desk.connect('repair-cafe');
      },
    },
  ],
};

const whistle: Story = {
  uid,
  key: 'whistle',
  steps: [
    {
      daysAgo: 27.2,
      by: 'jonas',
      change(entry, desk) {
        Object.assign(entry, {
          title: 'Six holes and a fipple',
          slug: 'six-holes',
          format: 'review',
          body: 'A tin whistle costs about as much as lunch, and most of them sound like it. The ones that Aoife Brennan makes cost as much as a very good dinner. You hear the difference on the second note; the first is always luck.',
          category: desk.connect('crafts'),
          author: desk.connect('tomas'),
          rating: 4,
        });
      },
    },
    {
      daysAgo: 26.4,
      by: 'jonas',
      change(entry, desk) {
        entry.cover = desk.image('workshop');
        entry.rating = 4.25;
        entry.tags = desk.connect('tag-hands');
      },
      then: 'publish',
    },
    {
      daysAgo: 15.6,
      by: 'amina',
      note: 'Rating was never agreed with the author',
      change(entry) {
        entry.rating = 4;
      },
    },
    {
      daysAgo: 15.5,
      by: 'amina',
      then: 'discard',
    },
    {
      daysAgo: 7.1,
      by: 'wire',
      change(entry) {
        Object.assign(entry, { views: '3120', score: 0.44 });
      },
    },
  ],
};

const repair: Story = {
  uid,
  key: 'repair-cafe',
  steps: [
    {
      daysAgo: 25.8,
      by: 'camille',
      change(entry, desk) {
        Object.assign(entry, {
          title: 'The toaster clinic',
          slug: 'the-toaster-clinic',
          content: [
            heading('Saturday, ten o’clock'),
            paragraph('The first patient is a toaster. The diagnosis is crumbs.'),
          ],
          category: desk.connect('crafts'),
          tags: desk.connect('tag-hands'),
        });
      },
    },
    {
      daysAgo: 25.1,
      by: 'camille',
      change(entry) {
        entry.content.push(
          paragraph(
            'By noon they have seen a lamp, two radios, a child’s drone and a woman who only wanted to know the time.'
          ),
          strong('Success rate: ', 'two in three, if you count the woman.')
        );
        entry.facts = [
          { label: 'Volunteers', value: '14' },
          { label: 'Things mended last year', value: '1,102' },
          { label: 'Toasters', value: '388' },
        ];
      },
      then: 'publish',
    },
    {
      daysAgo: 19.9,
      by: 'jonas',
      change(entry) {
        entry.facts = [entry.facts[2], entry.facts[0], entry.facts[1]];
        entry.standfirst = 'Two in three go home working.';
      },
      then: 'publish',
    },
    {
      daysAgo: 3.9,
      by: 'amina',
      note: 'They asked to be taken down until they have a new room',
      then: 'unpublish',
    },
  ],
};

const press: Story = {
  uid,
  key: 'letterpress',
  steps: [
    {
      daysAgo: 24.4,
      by: 'camille',
      locale: 'fr',
      change(entry) {
        Object.assign(entry, {
          title: 'Le bruit du plomb',
          slug: 'le-bruit-du-plomb',
          body: 'Une imprimerie, ça s’entend avant de se voir : d’abord le souffle, puis le coup, puis un silence un peu vexé.',
        });
      },
    },
    {
      daysAgo: 23.3,
      by: 'camille',
      locale: 'fr',
      change(entry, desk) {
        entry.cover = desk.image('press');
        entry.body += '\n\nHenri compose encore à la main. « L’ordinateur sait tout faire, sauf s’arrêter. »';
      },
      then: 'publish',
    },
    {
      daysAgo: 17.9,
      by: 'camille',
      locale: 'en',
      change(entry, desk) {
        Object.assign(entry, {
          title: 'The sound of lead',
          slug: 'the-sound-of-lead',
          body: 'You hear a press before you see it: first the breath, then the blow, and then a slightly offended silence.',
          category: desk.connect('crafts'),
        });
      },
    },
    {
      daysAgo: 17.2,
      by: 'jonas',
      note: 'English read against the French',
      change(entry) {
        entry.body += '\n\nHenri still sets by hand. “The computer can do everything except stop.”';
      },
      then: 'publish',
    },
    {
      daysAgo: 6.6,
      by: 'amina',
      change(entry, desk) {
        entry.gallery = [desk.image('press'), desk.image('workshop')];
        entry.accent = '#e8473b';
      },
    },
  ],
};

export const crafts: Story[] = [bakers, whistle, repair, press];
