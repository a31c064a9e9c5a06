export { EXIT, type ExitCode, PullFailure } from './failure';
export { type Progress, SILENT, terminalProgress } from './progress';
export { type PullOptions, type PullReport, type PulledDataset, pull } from './pull';
