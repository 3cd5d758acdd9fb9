/** Every value of `--format`: known without loading what renders them. */
export const FORMAT_NAMES = ['pretty', 'json', 'ndjson', 'sarif', 'junit', 'github', 'gitlab', 'markdown'] as const;

export type FormatName = (typeof FORMAT_NAMES)[number];
