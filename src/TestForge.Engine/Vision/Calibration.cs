namespace TestForge.Engine.Vision;

/// <summary>Thresholds, the number of pairs they were found on, and how those found without a part did on that part.</summary>
internal sealed record Calibration(SightThresholds Thresholds, int Fitted, CalibrationFigures Tested);
