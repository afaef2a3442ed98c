/** Longitude and latitude in degrees (WGS 84). Longitude may go beyond 180 where something crosses the antimeridian. */
export type Position = readonly [longitude: number, latitude: number];
