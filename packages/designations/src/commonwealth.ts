/** The 56 members of the Commonwealth, by ISO 3166-1 alpha-2 code (thecommonwealth.org/our-member-countries). */
export const COMMONWEALTH: ReadonlySet<string> = new Set(
  [
    'AG AU BB BD BN BS BW BZ CA CM CY DM FJ GA GB GD GH GM GY IN JM KE KI KN LC LK LS MT MU MV MW MY',
    'MZ NA NG NR NZ PG PK RW SB SC SG SL SZ TG TO TT TV TZ UG VC VU WS ZA ZM',
  ].flatMap((codes) => codes.split(' ')),
);
