namespace TestForge.Engine.Vision;

/// <summary>Thresholds, the number of pairs they were fitted on, and how they did on others.</summary>
internal sealed record Calibration(SightThresholds Thresholds, int Fitted, CalibrationFigures Tested);
