export { verifyJournal } from '../../gateway/src/journal/verify-journal';
