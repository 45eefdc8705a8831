/** Sum of the digits (0–9 only), each times the weight at its place; digits beyond the weights count nothing. */
export function weightedSum(digits: string, weights: readonly number[]): number {
  let sum = 0
  for (let index = 0; index < weights.length; index++) {
    sum += (digits.charCodeAt(index) - 48) * (weights[index] ?? 0)
  }
  return sum
}
