namespace BounceBoard.Core.RetryBatches;

/// <summary>What the plan may bring and cost; the error levels are those of the sequential test with these stages, computed exactly.</summary>
/// <param name="ExpectedSaved">Good addresses that are expected back: the cohort times the chance that the path is right again.</param>
/// <param name="FalsePass">Chance that a path which accepts half passes the sample, 0 to 1.</param>
/// <param name="FalseHalt">Chance that a path which accepts 95 % is halted, 0 to 1.</param>
/// <param name="MostRefused">Mails that can be refused before the sample stops.</param>
/// <param name="ExpectedSample">Mails that the test sends on average when the path is right.</param>
public sealed record RetryForecast(double ExpectedSaved, double FalsePass, double FalseHalt, int MostRefused, double ExpectedSample);
