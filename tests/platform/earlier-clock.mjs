// Loaded before a server: its clock is behind by so many minutes, so that it plans what has begun for everybody else.
const behind = Number(process.env.HANSA_TEST_MINUTES_BEHIND) * 60_000;
const Real = Date;

globalThis.Date = class extends Real {
  constructor(...parts) {
    if (parts.length === 0) super(Real.now() - behind);
    else super(...parts);
  }

  static now() {
    return Real.now() - behind;
  }
};
