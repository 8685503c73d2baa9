"""What the programme promises is public."""

from mangnon.walls import public

public(
    *("programme.Plan", "programme.Objective", "programme.Task"),
    *("programme.Target", "programme.Step", "programme.Allotted"),
)
