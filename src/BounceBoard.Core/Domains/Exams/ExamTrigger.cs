namespace BounceBoard.Core.Domains.Exams;

/// <summary>Why a domain was examined. Manual: a person asked; Verify: a person wanted to know whether an issue is gone; Added: it is new here.</summary>
public enum ExamTrigger { Manual, Job, Verify, Added }
