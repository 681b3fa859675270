import { heading, link, list, paragraph, saying, strong } from '../blocks';

// The long piece: some nineteen kilobytes with everything around it.

export const firstDraft = `Every morning at five Matteo Ferri unlocks a gate that leads nowhere. Behind it lies a road of packed clay, two carts wide, that runs dead straight into the marsh and stops at the water. It used to go on. For six hundred years this was how salt came off the flats, and for sixty it has been how nothing does.

Ferri is the last man with a key. He is not sure who gave it to him.

## The white harvest

Salt is the easiest thing in the world to make and one of the hardest to make well. You let the sea into a shallow pan and you wait. The sun takes the water; what stays behind is grey, bitter and full of the sea's other opinions. To get the white flake that cooks pay for you have to stop at the right moment, and the right moment lasts about as long as a cup of coffee.`;

export const chapters = {
  rakes: `## The people with the rakes

There were four hundred of them once. They came down from the hill villages in April with their bedding on their backs and went home in September with a paper that said what they were owed. They slept in the salt houses, long low sheds with walls a metre thick, because salt sweats and a thin wall would be gone in ten years.

“My grandmother could tell the hour by the colour of the pan,” says Ferri. “Pink at noon, because of the little shrimps. Silver at four. When it went the colour of a pigeon's neck you ran.”

You ran because the crust that had formed by then was the *fior*, the flower, and the evening wind would break it up and sink it. A good raker could lift the flower off the water of a pan the size of a tennis court without once putting a ripple in it. A bad raker was given a wheelbarrow.

The wheelbarrow is still in the shed. It has a wooden wheel, because iron would have lasted a fortnight.`,

  road: `## The road itself

From the salt houses to the river is nine kilometres, and the marsh will swallow anything heavier than a heron. So the road floats. Under the clay is a mattress of reed, under the reed a raft of alder trunks, and under the alder nothing but mud, for longer than anyone has cared to measure. A survey in 1911 put a rod down thirty-one metres and lost it.

It was built in winters, when there was nothing to rake. Every village owed forty days. They cut the alder in the hills, floated it down on the floods, and laid it while it was still wet, for alder that never dries never rots. You can put your hand into the bank where the water has opened it and touch trunks that were felled before the printing of books, and the bark is on them yet.

The carts went in convoys of twelve. Twelve was the number that a stretch between two passing places could hold, and the drivers had a horn each to say where they were in the fog. There is a notation for the signals in the parish archive: one long for *I am coming*, two for *I am stuck*, and three short ones for a message whose meaning the archive does not give, though Ferri does, and it concerns the tax inspector.`,

  tax: `## What the salt was for

It is easy to forget, with a shaker on every table, that salt was money. It kept the winter's fish and the army's pork. A pan's yield was weighed at the gate, again at the river and a third time in the city, and the differences between the three figures are the nearest thing this coast has to a political history.

The tax was a fifth at the best of times. In 1648 it was a half, and the rakers went home. For one summer nobody harvested anything. The pans dried to the bottom, the crust went the colour of old teeth, and the wind took it: there are reports of a white dust on the vines forty kilometres inland, and of wine that year that no one would drink. In the autumn the tax was a fifth again.

There is a song about it. It has thirty verses and Ferri's sister knows all of them; she will sing you four for nothing.`,

  fog: `## Fog

Half the days of the year there is fog on the flats until ten. It comes in from the lagoon at about the height of a knee, so that for a while in the early morning you see men walking to work without legs. Then it rises, and then you see nothing at all.

In fog the road was the safest place on the marsh and everybody hated it. You could not tell how fast you were going. Oxen know, says Ferri, but by the end it was all horses, and a horse in fog believes whatever the last horse believed. So the convoys were led by a boy with a lantern on a pole, walking backwards. It was the best paid work on the flats that a child could do, a copper for each way, and there was a queue of small boys at the gate at four every morning. The lantern was not for the drivers. It was for the boy, so that the drivers could see whether he was still there.

Ferri's father was one of the boys. He walked, by his own reckoning, eleven thousand kilometres backwards before he was fourteen, and for the rest of his life he could not abide a seat facing forwards on a train.`,

  food: `## What they ate

Nobody grew rich with a rake, and nobody starved. The contract gave each raker two pounds of bread a day, a flask of wine that was not to be called wine, and on feast days a piece of cheese “the size of the overseer's hand”. The overseer's hand is drawn in the margin of the contract of 1766, life size, as a precaution. It is not a big hand.

The rest they found. There were eels in the ditches and samphire on the banks, and snails after rain. There was also, three times in a good summer, what the song calls the blind supper: a shoal of mullet that had followed the tide in through the sluice and could not find the way out again. The bell was rung for it, although the bell belonged to the church and mullet did not, and for one evening everybody on the flats ate until they were quiet.

Ferri cooks it still, in the shed, on a sheet of iron. The recipe is fish. You do not salt it, he says, because where would you stop.`,

  archive: `## What is written down

The parish archive is in two places, because of a quarrel, and neither of them is the parish. The older half is in a bank. It is there that you find the forty-day lists: who came, who sent a son, who paid a silver piece not to come at all. In the margin of the list for 1712 someone has drawn a heron, rather well, and underneath in another hand is the single word *Work*.

The younger half is with a notary who inherited it with the building. He has catalogued it in his evenings for twenty-two years and is up to 1870. There are the weights at the three gates, in three columns, with the differences in red. There are the contracts for the alder, by the trunk, delivered wet. There is a petition from the rakers' wives, with sixty crosses under it for signatures, asking that the bell in the evening be rung a quarter of an hour earlier in September “as the light is then a thief”; and a note that it was granted.

And there are the maps. The notary unrolls one and holds it down with two bottles and his elbows. It shows not one floating road but two, side by side for most of their length like a ladder without rungs, and a date on which the second one was given up. He has looked for the reason for eleven years. “It will be money,” he says. “But it would be nice to know whose.”`,

  end: `## How it ended

Not with the railway, which is what the plaque says. The railway came in 1889 and carried the salt quite happily for two generations. It ended with the refrigerator, and then with a storm.

On the night of the third of February 1953 the sea came over the outer bank and stood in the pans for eleven days. When it drained, the clay floors, which had been rolled and tamped every spring since anybody began to write such things down, were gone. It would have taken three winters to lay them again. There was a meeting, and at the meeting a young man from the ministry with a slide projector showed a picture of a kitchen. In the kitchen was a white cabinet. He did not need to say anything else, and by all accounts he did not.

The last convoy went down the road that October with furniture on it.`,

  now: `## And now

What is left is four pans, one shed and nine kilometres of road that a university would like to dig up. The reed has come back. So have the avocets, who like the brackish edges, and a kind of glasswort that was last listed here in a herbarium of 1840.

Four years ago Ferri let the water into one of the pans again, to see. He had the floor rolled by his nephews and a garden roller. In August the pan went pink, then silver; and one evening it went the colour of a pigeon's neck, and he ran.

He got nine kilos. He has given most of it away, in jars that used to hold his sister's apricots, and this year there are three pans and a waiting list. A restaurant in the capital wrote to ask about exclusivity. He has kept the letter, for its paper, which he says is very good.

“They ask me what the secret is,” says Ferri, locking the gate that leads nowhere. “There are two. You have to wait. And then you have to not wait.”`,
};

export const sidebar = [
  heading('Walking it'),
  paragraph(
    'The road is open from the first of May to the end of September, between sunrise and the second bell. It is flat, shadeless and longer than it looks. Nobody has ever regretted bringing a second bottle of water.'
  ),
  strong(
    'Getting there. ',
    'The bus from the station stops at the pumping house four times a day and will stop at the gate if you ask before the bridge. There is room for six cars at the gate and a farmer who has opinions about the seventh.'
  ),
  heading('What to look for', 3),
  list(
    'The passing places: every seven hundred metres the road is twice as wide for the length of a cart and its horse.',
    'Numbers cut into the alder at kilometre three. They are not distances; they are the names of villages, and how many days each still owed.',
    'Avocets, from April. They nest on the road itself and have right of way.',
    'The salt line on the wall of the last house, at the height of a tall man, from the night of the storm.'
  ),
  saying(
    'Do not walk on the pans. They look like ice, they sound like ice, and they are a good deal less forgiving.'
  ),
  heading('If you want to help', 3),
  paragraph(
    'In March the floors of the pans are rolled, and the rollers need pushing. Twenty people came last year. There is soup, of which the less said the better, and a bed in the salt house for those who do not mind the sweating of the walls.'
  ),
  link(
    'Put your name down with the ',
    'Friends of the Floating Road',
    'https://floating-road.example/march',
    ', who will write back in February, by post, with a map that was drawn by somebody’s uncle and is not to scale.'
  ),
  heading('Where to eat, and when', 3),
  paragraph(
    'There is one kitchen within walking distance of the gate, and it belongs to the pumping house. On weekdays it feeds the men who look after the pumps; on Saturdays it feeds anybody who has written their name on the slate by noon on Friday. The slate is on the outside of the door so that the telephone need never be answered.'
  ),
  list(
    'Eel, until the end of June. It is grilled over vine cuttings and served with nothing, on the grounds that it needs nothing.',
    'Beans with the coarse grey salt that is left when the flower has been taken off. It tastes of the bottom of the pan, in a good way.',
    'A flat bread with lard and rosemary, which the rakers carried in their hats to keep it warm.'
  ),
  strong(
    'Sleeping. ',
    'The salt house has nine beds and one window. In the village there are two rooms over the bakery, of which you should take the one at the back, and a hotel on the main road that is exactly like a hotel on a main road.'
  ),
  strong(
    'What it costs. ',
    'Nothing, though there is a tin. A jar of the flower, when there is any, is twelve euros for a hundred grams, which is about what it cost in 1648 if you count in days of work.'
  ),
];

export const stages = [
  {
    km: 0,
    name: 'The gate',
    surface: 'clay',
    width: 4.2,
    passing: true,
    notes: 'Locked from the second bell; ask for Ferri',
  },
  {
    km: 0.7,
    name: 'First passing place',
    surface: 'clay',
    width: 8.1,
    passing: true,
    notes: 'Bench, shade until ten',
  },
  {
    km: 1.4,
    name: 'Reed cut',
    surface: 'reed and clay',
    width: 3.9,
    passing: true,
    notes: 'Soft after rain',
  },
  { km: 2.1, name: 'Heron post', surface: 'clay', width: 4.0, passing: true, notes: null },
  {
    km: 3.0,
    name: 'Numbered alder',
    surface: 'open raft',
    width: 3.1,
    passing: false,
    notes: 'Trunks visible on the west side',
  },
  { km: 4.6, name: 'Half way', surface: 'clay', width: 4.4, passing: true, notes: 'Last drinking water' },
  {
    km: 6.2,
    name: 'The horn stone',
    surface: 'clay',
    width: 4.0,
    passing: true,
    notes: 'Drivers sounded here in fog',
  },
  {
    km: 7.8,
    name: 'Avocet bank',
    surface: 'clay and shell',
    width: 5.5,
    passing: false,
    notes: 'Keep to the east side, April to July',
  },
  {
    km: 9.0,
    name: 'Salt houses',
    surface: 'stone',
    width: 6.0,
    passing: true,
    notes: 'Three roofless, one with soup',
  },
];

export const archive = [
  {
    box: 3,
    years: '1353–1402',
    kind: 'quarrels',
    pages: 41,
    with: 'bank',
    read: true,
    remark: 'First mention of the road, over alder',
  },
  {
    box: 7,
    years: '1611–1660',
    kind: 'forty-day lists',
    pages: 212,
    with: 'bank',
    read: true,
    remark: 'Nothing at all for 1648',
  },
  {
    box: 9,
    years: '1700–1731',
    kind: 'forty-day lists',
    pages: 187,
    with: 'bank',
    read: true,
    remark: 'The heron is on the list of 1712',
  },
  {
    box: 12,
    years: '1801–1840',
    kind: 'weights at the gates',
    pages: 503,
    with: 'notary',
    read: true,
    remark: 'Three columns',
  },
  {
    box: 14,
    years: '1841–1870',
    kind: 'petitions',
    pages: 96,
    with: 'notary',
    read: false,
    remark: 'The bell in September',
  },
  {
    box: 15,
    years: '1869',
    kind: 'maps',
    pages: 4,
    with: 'notary',
    read: true,
    remark: 'Two roads, side by side',
  },
  {
    box: 21,
    years: '1953',
    kind: 'minutes',
    pages: 11,
    with: 'ministry',
    read: false,
    remark: 'With slides',
  },
];

export const french = {
  title: 'Les routes du sel',
  standfirst: 'Une chaussée flottante, quatre cents râteaux et un homme qui a gardé la clé.',
  body: `Chaque matin à cinq heures, Matteo Ferri ouvre un portail qui ne mène nulle part. Derrière s'étend une route d'argile battue, large de deux charrettes, qui file droit dans le marais et s'arrête à l'eau. Autrefois elle continuait. Pendant six cents ans, c'est par là que le sel a quitté les salines ; depuis soixante ans, plus rien n'y passe.

Ferri est le dernier à posséder une clé. Il ne sait plus très bien qui la lui a donnée.`,
  correction: `

## La récolte blanche

Rien n'est plus facile que de faire du sel, et presque rien n'est plus difficile que d'en faire du bon. On laisse entrer la mer dans un bassin, et on attend. Il faut s'arrêter au bon moment, et le bon moment dure le temps d'un café.`,
};
