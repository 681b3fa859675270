import draft from './draft';
import draftOverview from './draft-overview';
import revision from './revision';

export default { draft, 'draft-overview': draftOverview, revision };
