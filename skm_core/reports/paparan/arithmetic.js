"use strict";
/* The rule in whole numbers, as skm_core.rules: NRR, weight, × 25, one rounding half-up at the very end. */
const skm = (() => {
  const gcd = (a, b) => (b ? gcd(b, a % b) : a);
  const add = ([a, b], [c, d]) => {
    const over = a * d + c * b, under = b * d, by = gcd(over, under) || 1n;
    return [over / by, under / by];
  };
  /* An exact number, rounded half-up to whole steps of 1/scale; every number here is positive. */
  const rounded = ([over, under], scale) => (2n * over * scale + under) / (2n * under);
  /* answers: one row per questionnaire, 1..4 or null for a blank; bobot: [numerator, denominator] per unsur. */
  const score = (answers, bobot) => {
    const nrr = bobot.map((_, place) => {
      const given = answers.map((row) => row[place]).filter((value) => value !== null);
      return given.length ? [BigInt(given.reduce((a, b) => a + b, 0)), BigInt(given.length)] : null;
    });
    let total = [0n, 1n], share = [0n, 1n];
    nrr.forEach((value, place) => {
      if (value === null) return;
      const [over, under] = bobot[place].map(BigInt);
      total = add(total, [value[0] * over, value[1] * under]);
      share = add(share, [over, under]);
    });
    if (share[0] === 0n) return null;
    const weighted = [total[0] * share[1], total[1] * share[0]];
    return {
      nrr: nrr.map((value) => (value ? Number(rounded(value, 1000n)) : null)),
      tertimbang: Number(rounded(weighted, 1000n)),
      ikm: Number(rounded([weighted[0] * 25n, weighted[1]], 100n)),
    };
  };
  const grade = (sen, mutu) => mutu.find((one) => sen >= one[2]);
  const words = (whole, places) => {
    const digits = String(whole).padStart(places + 1, "0");
    return digits.slice(0, -places) + "," + digits.slice(-places);
  };
  return { score, grade, words };
})();
