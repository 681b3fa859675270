import draft from './draft';
import draftOverview from './draft-overview';
import preview from './preview';
import revision from './revision';

export default { draft, 'draft-overview': draftOverview, preview, revision };
