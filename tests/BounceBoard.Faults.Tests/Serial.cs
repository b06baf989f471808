using Xunit.Sdk;
using Xunit.v3;

// Each test has the machine for itself: what it measures are moments of processes.
[assembly: Parallelization(Mode = ParallelMode.None)]
