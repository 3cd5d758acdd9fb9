export type Severity = 'critical' | 'high' | 'medium' | 'low';
/** Gravest first. */
export const SEVERITIES: readonly Severity[] = ['critical', 'high', 'medium', 'low'];

export type Profile = 'essentials' | 'standard' | 'full';
/** Smallest first: each holds the controls of those before it. */
export const PROFILES: readonly Profile[] = ['essentials', 'standard', 'full'];
